import Artworks

/// Reads bytes as a picture; what is read must be read again from what is kept of it.
func readPicture(_ bytes: [UInt8]) {
  guard let artwork = try? readArtwork(bytes), let kept = try? artwork.svg() else { return }
  precondition((try? readArtwork(Array(kept.utf8))) != nil, "what is kept can be read")
}
