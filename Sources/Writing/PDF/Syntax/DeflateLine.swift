/// A stream that is to be compressed.
public struct DeflateJob: Sendable {
  let bytes: [UInt8]
  let effort: Deflater.Effort

  /// Returns the stream in the zlib format, or fails when there is no memory for it.
  public func run(by deflater: Deflater) -> Result<[UInt8], PDFFailure> {
    Result { () throws(PDFFailure) in try deflater.deflate(bytes, effort) }
  }
}

/// Whoever compresses the streams of a file while what follows them is written; they come back in their order.
public struct DeflateLine {
  /// How many streams are under way at most: whoever compresses must take so many before the first is asked for.
  public static let most = 32

  let give: (DeflateJob) -> Void
  let take: () throws(PDFFailure) -> [UInt8]

  /// Creates a line to which streams are given by `give`, and which hands them back by `take`.
  public init(
    give: @escaping (DeflateJob) -> Void,
    take: @escaping () throws(PDFFailure) -> [UInt8]
  ) {
    (self.give, self.take) = (give, take)
  }
}
