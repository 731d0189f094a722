import CZip
import Diagnostics
import Glibc

/// The owner of an archive in memory; nothing of it is ever unpacked to disk, so names in it lead nowhere.
@safe
final class ZipArchive {
  private let archive: OpaquePointer
  /// The names of all entries, in the order of the archive.
  let names: [String]

  /// An honest workbook has some dozens of entries.
  private static let mostEntries = 10_000

  /// Opens an archive over a copy of `bytes`.
  init(_ bytes: [UInt8]) throws(SpreadsheetFailure) {
    guard let copy = unsafe malloc(max(1, bytes.count)) else { throw .memory }
    unsafe copy.copyMemory(from: bytes, byteCount: bytes.count)
    var error = unsafe zip_error_t()
    guard
      let source = unsafe zip_source_buffer_create(copy, zip_uint64_t(bytes.count), 1, &error)
    else {
      unsafe free(copy)
      throw .memory
    }
    guard let opened = unsafe zip_open_from_source(source, ZIP_RDONLY, &error) else {
      unsafe zip_source_free(source)
      throw .damaged(part: "ZIP", reason: "压缩文件不完整")
    }
    unsafe archive = opened
    let count = unsafe zip_get_num_entries(opened, 0)
    guard count <= Self.mostEntries else {
      unsafe zip_discard(opened)
      throw .tooLarge(part: "ZIP", limit: "压缩文件中最多\(Self.mostEntries)个文件")
    }
    names = (0..<max(0, count)).map { index in
      unsafe zip_get_name(opened, zip_uint64_t(index), 0).map { unsafe String(cString: $0) } ?? ""
    }
  }

  deinit {
    unsafe zip_discard(archive)
  }

  /// Opens the entry `name` for reading; names are compared without case (ECMA-376-2 §6.2.2), nothing when absent.
  func part(_ name: String) throws(SpreadsheetFailure) -> ZipPart? {
    let index = unsafe zip_name_locate(archive, name, zip_flags_t(ZIP_FL_NOCASE))
    guard index >= 0 else { return nil }
    var facts = unsafe zip_stat_t()
    guard unsafe zip_stat_index(archive, zip_uint64_t(index), 0, &facts) == 0 else {
      throw .damaged(part: name, reason: "压缩文件的目录有误")
    }
    guard unsafe facts.encryption_method == ZIP_EM_NONE else {
      throw .forbidden(part: name, what: "加密的部件")
    }
    guard unsafe [UInt16(ZIP_CM_STORE), UInt16(ZIP_CM_DEFLATE)].contains(facts.comp_method) else {
      throw .forbidden(part: name, what: "不常见的压缩方法")
    }
    guard let file = unsafe zip_fopen_index(archive, zip_uint64_t(index), 0) else {
      throw .damaged(part: name, reason: "压缩文件的目录有误")
    }
    return unsafe ZipPart(file, name: name, packedCount: Int(facts.comp_size), of: self)
  }
}

/// The owner of one entry that is being read, which counts what comes out of it.
@safe
final class ZipPart {
  let name: String
  /// Why reading stopped before the end.
  private(set) var failure: SpreadsheetFailure?
  private let file: OpaquePointer
  private let packedCount: Int
  /// How many bytes have come out.
  private(set) var count = 0
  /// Entries may not outlive their archive.
  private let archive: ZipArchive

  /// Deflate itself reaches 1032:1; sheets of equal rows stay below 60:1.
  private static let mostRatio = 200
  /// Below this size no ratio is suspicious.
  private static let harmless = 16 << 20
  private static let mostBytes = 1 << 30

  fileprivate init(_ file: OpaquePointer, name: String, packedCount: Int, of archive: ZipArchive) {
    unsafe self.file = file
    self.name = name
    self.packedCount = packedCount
    self.archive = archive
  }

  deinit {
    unsafe zip_fclose(file)
  }

  /// Fills `buffer` with the next bytes and returns how many, 0 at the end, less than 0 when `failure` says why not.
  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    guard failure == nil, let start = buffer.baseAddress else { return -1 }
    let read = unsafe Int(zip_fread(file, start, zip_uint64_t(buffer.count)))
    guard read >= 0 else {
      failure = .damaged(part: name, reason: "压缩的内容有误")
      return -1
    }
    count += read
    if count > Self.mostBytes {
      failure = .tooLarge(part: name, limit: "展开后不超过1GB")
    } else if count > Self.harmless, count / Self.mostRatio > packedCount {
      failure = .tooLarge(part: name, limit: "展开后不超过压缩前的\(Self.mostRatio)倍")
    }
    return failure == nil ? read : -1
  }
}
