import Synchronization

/// The files of the preview: those that the last build made, and no others, whatever lies beside them.
final class PreviewShelf: Sendable {
  private let folder: String
  private let world: World
  private let known = Mutex<Set<String>>([])

  /// The paths of the files below the folder.
  var files: Set<String> {
    get { known.withLock { $0 } }
    set { known.withLock { $0 = newValue } }
  }

  /// Creates the empty shelf of `folder`.
  init(_ folder: String, in world: World) {
    (self.folder, self.world) = (folder, world)
  }

  /// Returns the bytes of the file at `path` below the folder; nothing when the build has made no such file.
  func bytes(of path: String) -> [UInt8]? {
    let place = "\(folder)/\(path)"
    guard known.withLock({ $0.contains(path) }), !world.isLink(place) else { return nil }
    do throws(CommandFailure) {
      return try world.bytes(of: place)
    } catch {
      // The file was taken away by hand meanwhile.
      return nil
    }
  }
}
