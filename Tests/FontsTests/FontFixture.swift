import CHarfBuzz
import Fonts
import Foundation
import TestSupport
import Testing

/// Small font files made from the installed ones, in a folder of their own.
@safe final class FontFixture {
  private let folder: URL

  /// Creates the folder.
  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "fonts-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  /// Writes `bytes` to a file and returns its path.
  func write(_ bytes: [UInt8], as name: String) throws -> String {
    let file = folder.appending(path: name)
    try Data(bytes).write(to: file)
    return file.path
  }

  /// Returns the path of the installed file of that name.
  static func installed(_ name: String) throws -> String {
    try #require(TestFonts.files.first { $0.hasSuffix("/" + name) })
  }

  /// Returns a complete font file with the characters of `text` alone and new glyph numbers.
  static func smallFont(
    from file: String,
    face index: Int = 0,
    of text: String
  ) throws -> [UInt8] {
    let blob = unsafe hb_blob_create_from_file(file)
    let face = unsafe hb_face_create(blob, UInt32(index))
    defer {
      unsafe hb_face_destroy(face)
      unsafe hb_blob_destroy(blob)
    }
    let input = try unsafe #require(hb_subset_input_create_or_fail())
    defer { unsafe hb_subset_input_destroy(input) }
    for scalar in text.unicodeScalars {
      unsafe hb_set_add(hb_subset_input_unicode_set(input), scalar.value)
    }
    let subset = try unsafe #require(hb_subset_or_fail(face, input))
    defer { unsafe hb_face_destroy(subset) }
    let whole = unsafe hb_face_reference_blob(subset)
    defer { unsafe hb_blob_destroy(whole) }
    var length: UInt32 = 0
    let start = unsafe hb_blob_get_data(whole, &length)
    return unsafe Array(UnsafeRawBufferPointer(start: start, count: Int(length)))
  }

  /// Returns `font` with the 16-bit number at `offset` of its table `tag` replaced.
  static func patch(_ font: [UInt8], _ tag: String, at offset: Int, to value: Int) throws -> [UInt8]
  {
    let table = try tableOffset(tag, in: font)
    var font = font
    font[table + offset] = UInt8(value >> 8)
    font[table + offset + 1] = UInt8(value & 0xFF)
    return font
  }

  /// Returns where the table `tag` begins, from the table directory of `font`.
  static func tableOffset(_ tag: String, in font: [UInt8]) throws -> Int {
    let entry = try #require(
      stride(from: 12, to: 12 + Int(font[5]) * 16, by: 16).first {
        font[$0..<$0 + 4].elementsEqual(tag.utf8)
      }
    )
    return font[entry + 8..<entry + 12].reduce(0) { $0 << 8 | Int($1) }
  }
}
