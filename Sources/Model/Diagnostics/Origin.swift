/// Where a piece of text or a value came from, so that every complaint can point there.
public enum Origin: Sendable, Hashable {
  /// Made by the program itself.
  case unknown
  /// A place in a text file.
  case source(SourceLocation)
  /// A field of one record row.
  case field(FieldLocation)
  /// A place in a record file.
  indirect case record(RecordLocation)
  /// A cell, row or column of a sheet.
  indirect case cell(CellLocation)
}

/// A place in a text file.
public struct SourceLocation: Sendable, Hashable {
  /// The path as the operator knows it.
  public var file: String
  /// The line, from 1; 0 when only the file is known.
  public var line: Int
  /// The column in characters, from 1; 0 when only the line is known.
  public var column: Int

  /// Creates a location in `file`.
  public init(file: String, line: Int = 0, column: Int = 0) {
    self.file = file
    self.line = line
    self.column = column
  }
}

/// A field of one record row, as forms name it.
public struct FieldLocation: Sendable, Hashable {
  /// The row in the record file, from 1; 0 for the head of the batch.
  public var row: Int
  /// The field path, such as `e.name`.
  public var field: String

  /// Creates the location of `field` in `row`.
  public init(row: Int, field: String) {
    self.row = row
    self.field = field
  }
}

/// A place in a record file, found by row, JSON pointer, line and column.
public struct RecordLocation: Sendable, Hashable {
  /// The path as the operator knows it, or `标准输入`.
  public var file: String
  /// The filing's row, from 1; 0 for the head of the batch.
  public var row: Int
  /// The JSON pointer (RFC 6901) from the top of the file.
  public var pointer: String
  /// The line, from 1; 0 when unknown.
  public var line: Int
  /// The column in characters, from 1; 0 when unknown.
  public var column: Int

  /// Creates the location of one value in a record file.
  public init(file: String, row: Int, pointer: String, line: Int, column: Int) {
    self.file = file
    self.row = row
    self.pointer = pointer
    self.line = line
    self.column = column
  }
}

extension Origin: CustomStringConvertible {
  /// The place in the operator's words, empty when unknown.
  public var place: Message {
    switch self {
    case .unknown: ""
    case .source(let place): "\(place.description)"
    case .field(let place): place.place
    case .record(let place): place.place
    case .cell(let place): place.place
    }
  }

  /// The place in Chinese, empty when unknown.
  public var description: String { place.description }
}

extension SourceLocation: CustomStringConvertible {
  /// The place as `file:line:column`, which editors and terminals can open.
  public var description: String {
    var text = file
    if line > 0 { text += ":\(line)" }
    if line > 0, column > 0 { text += ":\(column)" }
    return text
  }
}

extension FieldLocation: CustomStringConvertible {
  /// The place as `第 3 行 e.name`.
  public var place: Message { row > 0 ? "第 \(row) 行 \(field)" : "\(field)" }

  /// The place in Chinese.
  public var description: String { place.description }
}

extension RecordLocation: CustomStringConvertible {
  /// The place as `file:line:column 第 3 行 /filings/2/employee/name`.
  public var place: Message {
    var place: Message = "\(SourceLocation(file: file, line: line, column: column).description)"
    if row > 0 { place += " 第 \(row) 行" }
    if !pointer.isEmpty { place += " \(pointer)" }
    return place
  }

  /// The place in Chinese.
  public var description: String { place.description }
}
