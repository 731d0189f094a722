import Diagnostics
import Glibc
import JSON

/// Something wrong with a value, before anyone has asked in which line it stands.
struct Finding {
  /// What is wrong; its origin is still unknown.
  var diagnostic: Diagnostic
  /// The value, or the object that lacks a member.
  let value: Int
  /// The member that is lacking.
  let missing: String?
}

/// Turns places in one text into places in the record file.
///
/// Lines and columns are counted only here, when something is reported.
struct PlaceFinder {
  /// The file as the operator knows it.
  let file: String
  /// The row, or 0 for the head.
  let row: Int
  /// The pointer to the text's outermost value.
  let prefix: String
  /// Returns the place in the file of a byte of the text.
  let place: (Int) -> TextPlace

  /// Returns `finding` with its origin.
  func located(_ finding: Finding, in tree: JSONTree) -> Diagnostic {
    var pointer = prefix + tree.pointer(to: finding.value)
    if let missing = finding.missing { pointer += "/" + JSONTree.pointerStep(missing) }
    var diagnostic = finding.diagnostic
    diagnostic.origin = origin(offset: tree.offset(of: finding.value), pointer: pointer)
    return diagnostic
  }

  /// Returns the origin of the byte at `offset` of the text.
  func origin(offset: Int, pointer: String? = nil) -> Origin {
    let place = place(offset)
    return .record(
      RecordLocation(
        file: file,
        row: row,
        // Unknown members have any name, even the number of a card.
        pointer: LogText.safe(pointer ?? prefix),
        line: place.line,
        column: place.column
      )
    )
  }
}

/// A line and a column, both from 1, the column in characters of Unicode.
struct TextPlace: Hashable {
  var line: Int
  var column: Int

  /// The first place of a text.
  static let start = TextPlace(line: 1, column: 1)

  /// Returns the place after `bytes`.
  func advanced(over bytes: ArraySlice<UInt8>) -> TextPlace {
    unsafe bytes.withUnsafeBufferPointer { bytes in
      var (lines, rest) = unsafe (0, bytes[...])
      while let end = unsafe rest.firstLineEnd {
        lines += 1
        unsafe rest = bytes[(end + 1)...]
      }
      // Columns are counted behind the last line end only.
      let characters = unsafe UnsafeBufferPointer(rebasing: rest)
        .reduce(0) { $0 &+ ($1 & 0xC0 != 0x80 ? 1 : 0) }
      return TextPlace(line: line + lines, column: (lines == 0 ? column : 1) + characters)
    }
  }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
  /// The index of the first line end.
  var firstLineEnd: Int? {
    guard let start = unsafe base.baseAddress, unsafe startIndex < endIndex else { return nil }
    let end = unsafe memchr(start + startIndex, 0x0A, count)
    return unsafe end.map { unsafe UnsafeRawPointer($0) - UnsafeRawPointer(start) }
  }
}
