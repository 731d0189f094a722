import Diagnostics
import DocumentTree
import Issuing

/// What earlier builds of a portal read and made, so that the next one does only what has become necessary.
///
/// Nothing in it is believed unless everything it was made of is still equal; a build with an empty memory gives the
/// same bytes. It is used from one task.
public final class PortalMemory {
  /// What was read, by the files' paths as the operator knows them.
  private(set) var readings: [String: PageReading] = [:]
  /// What an earlier process knew of files, by the same paths.
  var outlines: [String: KeptOutline] = [:]
  /// The chapters, by their path below the portal's folder.
  var chapters: [String: MadeChapter] = [:]
  /// The paths of the chapters in the order of the portal.
  var order: [String] = []
  /// What stands beside the pages of each guide, by the guides' folders.
  var navigations: [String: GuideNavigation] = [:]

  /// Creates an empty memory.
  public init() {}

  /// Reads those of `files` whose text is not the one that was read last, side by side; forgets all others.
  func read(_ files: [GuideSource.Page], workers: Int) {
    let new = files.filter { readings[$0.path]?.file.text != $0.text }
    let known = outlines
    let read = madeSideBySide("guides", new, workers: workers) { file in
      PageReading(of: file, known: known[file.path])
    }
    outlines = [:]
    var kept: [String: PageReading] = [:]
    for file in files { kept[file.path] = readings[file.path] }
    for (file, reading) in zip(new, read) { kept[file.path] = reading }
    readings = kept
  }

  /// Returns what was read of `file`.
  func reading(of file: GuideSource.Page) -> PageReading {
    guard let reading = readings[file.path], reading.file.text == file.text else {
      return PageReading(of: file)
    }
    return reading
  }
}
