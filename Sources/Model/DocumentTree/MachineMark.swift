/// What a paper says of itself in small print, so that it can be held against its record: number, hash and edition.
public struct MachineMark: Sendable, Hashable {
  /// The line, such as `名册编号：XQ-2026-0001　校验码：0123456789abcdef　第1版`.
  public var text: String
  /// The same for scanners.
  public var code: SquareCode?

  /// Creates a mark.
  public init(text: String, code: SquareCode? = nil) {
    (self.text, self.code) = (text, code)
  }
}

/// A square of dark and light modules, such as a QR code (ISO/IEC 18004).
public struct SquareCode: Sendable, Hashable {
  /// Dark modules beside each other.
  public struct Bar: Sendable, Hashable {
    /// The row, from 0 at the top.
    public var row: Int
    /// The first module, from 0 at the left.
    public var column: Int
    /// How many there are.
    public var length: Int

    /// Creates a bar.
    public init(row: Int, column: Int, length: Int) {
      (self.row, self.column, self.length) = (row, column, length)
    }
  }

  /// How many modules a side has.
  public var side: Int
  /// The dark modules, row by row.
  public var bars: [Bar]

  /// Creates a code of `side` rows.
  public init(side: Int, bars: [Bar]) {
    (self.side, self.bars) = (side, bars)
  }
}
