/// The kinds of picture that a page can be made into.
public enum PreviewFormat: String, Sendable, CaseIterable {
  /// Lines and areas, sharp at any size.
  case svg
  /// Pixels.
  case png
}

/// What a person may choose about the pictures of pages.
public struct PreviewChoices: Sendable, Hashable {
  /// The resolutions in pixels to the inch that sheets may be drawn with; more would take gigabytes.
  public static let resolutions = 20...600

  /// The pages of a file, from 1; nothing takes all.
  public var pages: ClosedRange<Int>?
  /// The pixels to the inch of a PNG.
  public var resolution: Int

  /// Creates the choices: all pages, with the pixels of a common screen, unless something else is asked for.
  public init(pages: ClosedRange<Int>? = nil, resolution: Int = 96) {
    precondition(PreviewChoices.resolutions.contains(resolution), "a resolution of ours")
    self.pages = pages
    self.resolution = resolution
  }
}
