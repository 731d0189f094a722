import CQPDF
import CZlib

/// The owner of a PDF file that somebody hands in, read by qpdf; nothing in it is trusted.
@safe public final class PDFFile {
  private(set) var data: qpdf_data?
  /// qpdf reads here as long as it lives.
  private let bytes: UnsafeMutableBufferPointer<CChar>
  /// The warnings of double keys that were taken from qpdf.
  private var doubleKeys = 0
  /// What qpdf begins to say where /Size counts objects wrongly, as in many a file; nobody reads by it.
  private static let harmless = "reported number of objects"
  /// The first other warning that was taken from it.
  private var firstDoubt: String?

  /// Opens a file that is in memory.
  ///
  /// With `isStrict` nothing is guessed: a file whose cross-reference leads nowhere, or is not what it says it is, is
  /// refused, not mended.
  public init(_ file: [UInt8], isStrict: Bool = false) throws(PDFFileFailure) {
    unsafe bytes = .allocate(capacity: max(1, file.count))
    for (index, byte) in file.enumerated() { unsafe bytes[index] = CChar(bitPattern: byte) }
    unsafe data = qpdf_init()
    unsafe qpdf_silence_errors(data)
    unsafe qpdf_set_suppress_warnings(data, 1)
    unsafe qpdf_set_attempt_recovery(data, isStrict ? 0 : 1)
    let length = UInt64(file.count)
    let code = unsafe qpdf_read_memory(data, "", bytes.baseAddress, length, nil)
    guard code & QPDF_ERRORS == 0 else {
      throw .unreadable(reason: error())
    }
    if isStrict, let doubt = doubt() { throw .unreadable(reason: doubt) }
  }

  deinit {
    // qpdf tells the console of an error that nobody has asked for.
    _ = error()
    unsafe qpdf_cleanup(&data)
    unsafe bytes.deallocate()
  }

  /// Returns the bytes of the stream at `path` from the catalog, or nothing when there is none; numbers in the path
  /// are places in arrays.
  func stream(at path: [PDFKey]) throws(PDFFileFailure) -> [UInt8]? {
    var object = unsafe qpdf_get_root(data)
    for key in path { object = step(from: object, to: key) }
    guard unsafe qpdf_has_error(data) == 0 else { throw .unreadable(reason: error()) }
    guard unsafe qpdf_oh_is_stream(data, object) != 0 else { return nil }
    let filter = unsafe step(from: qpdf_oh_get_dict(data, object), to: .name("/Filter"))
    let raw = try rawBytes(of: object)
    if unsafe qpdf_oh_is_null(data, filter) != 0 { return raw }
    guard isDeflated(filter) else { throw .unknownFilter }
    return try inflate(raw, limit: PDFFile.longestStream)
  }

  /// The most that a stream may come to: the record of some millions of rows.
  public static let longestStream = 1 << 30

  private func step(from object: qpdf_oh, to key: PDFKey) -> qpdf_oh {
    switch key {
    case .name(let name):
      guard unsafe qpdf_oh_is_dictionary(data, object) != 0 else {
        return unsafe qpdf_oh_new_null(data)
      }
      return unsafe qpdf_oh_get_key(data, object, name)
    case .place(let index):
      let isArray = unsafe qpdf_oh_is_array(data, object) != 0
      guard isArray, unsafe Int(qpdf_oh_get_array_n_items(data, object)) > index else {
        return unsafe qpdf_oh_new_null(data)
      }
      return unsafe qpdf_oh_get_array_item(data, object, Int32(index))
    }
  }

  private func isDeflated(_ filter: qpdf_oh) -> Bool {
    guard unsafe qpdf_oh_is_or_has_name(data, filter, "/FlateDecode") != 0 else { return false }
    return unsafe qpdf_oh_is_array(data, filter) == 0
      || qpdf_oh_get_array_n_items(data, filter) == 1
  }

  func rawBytes(of stream: qpdf_oh) throws(PDFFileFailure) -> [UInt8] {
    var isFiltered: QPDF_BOOL = 0
    var buffer: UnsafeMutablePointer<UInt8>?
    var length = 0
    let code = unsafe qpdf_oh_get_stream_data(
      data,
      stream,
      qpdf_dl_none,
      &isFiltered,
      &buffer,
      &length
    )
    defer { unsafe buffer?.deallocate() }
    guard code & QPDF_ERRORS == 0, let buffer = unsafe buffer else {
      throw .unreadable(reason: error())
    }
    return unsafe Array(UnsafeBufferPointer(start: buffer, count: length))
  }

  /// How many of the dictionaries that were read so far have a key twice, of which qpdf takes the last one.
  public func doubleKeyCount() -> Int {
    takeWarnings()
    return doubleKeys
  }

  /// What qpdf doubted first in what was read so far, but for double keys; nothing when all of it was as it should be.
  ///
  /// It goes on then with what it guesses, and another reader may guess otherwise.
  public func doubt() -> String? {
    takeWarnings()
    return firstDoubt
  }

  private func takeWarnings() {
    while unsafe qpdf_more_warnings(data) != 0 {
      guard let warning = unsafe qpdf_next_warning(data),
        let detail = unsafe qpdf_get_error_message_detail(data, warning)
      else { break }
      let text = unsafe String(cString: detail)
      if text.contains("duplicated key") {
        doubleKeys += 1
      } else if firstDoubt == nil, !text.contains(PDFFile.harmless) {
        firstDoubt = text
      }
    }
  }

  /// What qpdf says of its last error.
  private func error() -> String {
    guard unsafe qpdf_has_error(data) != 0, let error = unsafe qpdf_get_error(data),
      let detail = unsafe qpdf_get_error_message_detail(data, error)
    else { return "" }
    return unsafe String(cString: detail)
  }
}

/// A step from an object of a PDF to another.
enum PDFKey {
  /// To the entry of a dictionary, with its solidus.
  case name(String)
  /// To an element of an array, from 0.
  case place(Int)
}
