import Diagnostics
import JSON

extension RecordFile {
  /// Returns a record file of its own that holds the head with `lists`, and the filings of `rows`, indented for people.
  ///
  /// It reads the whole file again, so it is for samples, not for files of many thousand rows. Throws when the file
  /// cannot be read any more.
  public func excerpt(rows: [Int], lists: [RecordList]) throws(ReadFailure) -> String {
    let parser = try RecordParser()
    let names = ["schema", "profile", "asOf", "employer"] + lists.map(\.rawValue)
    var members = try parsed(try headBytes(), parser).indented(members: names)
    let filings = try RowReader(self)
    var parts: [String] = []
    for row in rows {
      parts.append("    " + (try parsed(try filings.text(of: row), parser).indented(depth: 2)))
    }
    members.removeLast(2)
    let list = parts.isEmpty ? "[]" : "[\n" + parts.joined(separator: ",\n") + "\n  ]"
    return members + ",\n  \"filings\": " + list + "\n}\n"
  }

  /// The bytes of the head: the whole document, or the first of JSON Lines.
  private func headBytes() throws(ReadFailure) -> [UInt8] {
    let bytes = try source.read(0..<source.count)
    guard layout == .lines else { return bytes }
    return Array(bytes.prefix { $0 != 0x0A })
  }

  private func parsed(_ bytes: [UInt8], _ parser: RecordParser) throws(ReadFailure) -> JSONTree {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    do throws(JSONProblem) {
      return try parser.read(bytes.starts(with: mark) ? bytes[3...] : bytes[...])
    } catch {
      throw ReadFailure("文件在读取时被改动")
    }
  }
}
