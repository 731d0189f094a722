/// What an update has to know of the file that it continues (ISO 32000-1 §7.5.6).
public struct ContinuedFile: Sendable {
  /// How many bytes the file has.
  public var length: Int
  /// Whether its last byte ends a line.
  public var endsLine: Bool
  /// Where its last cross-reference begins.
  public var crossReference: Int
  /// Whether that is a stream.
  public var hasStreams: Bool
  /// One more than its greatest object number.
  public var size: Int
  /// The entries of the trailer that the update repeats, such as `Root`, without solidus and as they are spelt.
  public var trailer: [(key: String, spelling: [UInt8])]

  /// Creates the facts.
  public init(
    length: Int,
    endsLine: Bool,
    crossReference: Int,
    hasStreams: Bool,
    size: Int,
    trailer: [(key: String, spelling: [UInt8])]
  ) {
    self.length = length
    self.endsLine = endsLine
    self.crossReference = crossReference
    self.hasStreams = hasStreams
    self.size = size
    self.trailer = trailer
  }
}
