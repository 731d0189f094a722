import Artworks
import Diagnostics

extension Artwork {
  /// Reads a file called `name`.
  init(_ bytes: [UInt8], named name: String) throws(CommandFailure) {
    self = try Artwork.telling(name) { () throws(ArtworkFailure) in try readArtwork(bytes) }
  }

  /// Returns the contours of the file at `path` as the ledger keeps them.
  static func text(ofFile path: String, in world: World) throws(CommandFailure) -> String {
    let artwork = try Artwork(try world.bytes(of: path), named: path)
    return try telling(path) { () throws(ArtworkFailure) in try artwork.svg() }
  }

  private static func telling<Value>(
    _ name: String,
    _ body: () throws(ArtworkFailure) -> Value
  ) throws(CommandFailure) -> Value {
    do throws(ArtworkFailure) {
      return try body()
    } catch {
      throw .told([Diagnostic("seal.artwork", .error, "“\(name)”不能用：\(error)")], .problemsFound)
    }
  }
}
