/// The line at the head of every page of a long document but its cover: what it is called, and the chapter that the
/// page is in, so that a printed page tells where it belongs.
public struct RunningHead: Sendable, Hashable {
  /// What the document is called there, at the left margin.
  public var name: String
  /// The level of the headings that begin chapters, which are named at the right margin.
  public var chapterLevel: Int

  /// Creates a running head.
  public init(name: String, chapterLevel: Int) {
    (self.name, self.chapterLevel) = (name, chapterLevel)
  }
}
