import CDeflate
import TestSupport

extension StageBenchmark {
  /// The streams of a written roster to compressed ones, as hard as the writer looks in pages (level 6).
  static let deflate = StageBenchmark(name: "deflate", unit: "bytes") {
    let fonts = try TestFonts.library()
    let streams = inflatedStreams(
      of: try StageSample.bytes(of: try StageSample().pages(with: fonts), fonts)
    )
    guard !streams.isEmpty else { throw SampleFailure(reasons: ["the file has no streams"]) }
    return {
      let compressor = unsafe libdeflate_alloc_compressor(6)
      defer { unsafe libdeflate_free_compressor(compressor) }
      for stream in streams {
        var room = [UInt8](
          repeating: 0,
          count: unsafe libdeflate_zlib_compress_bound(compressor, stream.count)
        )
        unsafe _ = libdeflate_zlib_compress(
          compressor,
          stream,
          stream.count,
          &room,
          room.count
        )
      }
      return streams.reduce(0) { $0 + $1.count }
    }
  }
}

/// Returns what the compressed streams of a PDF hold.
private func inflatedStreams(of file: [UInt8]) -> [[UInt8]] {
  let decompressor = unsafe libdeflate_alloc_decompressor()
  defer { unsafe libdeflate_free_decompressor(decompressor) }
  var room = [UInt8](repeating: 0, count: 1 << 24)
  var streams: [[UInt8]] = []
  for start in ends(of: Array("stream\n".utf8), in: file) {
    let rest = Array(file[start..<min(file.count, start + room.count)])
    var (read, made) = (0, 0)
    let result = unsafe libdeflate_zlib_decompress_ex(
      decompressor,
      rest,
      rest.count,
      &room,
      room.count,
      &read,
      &made
    )
    if result == LIBDEFLATE_SUCCESS, made > 0 { streams.append(Array(room[..<made])) }
  }
  return streams
}

/// Returns the places behind each `word`; in `endstream` the same letters stand, but no zlib data behind them.
private func ends(of word: [UInt8], in file: [UInt8]) -> [Int] {
  file.indices.dropLast(word.count).filter { index in
    file[index] == word[0] && file[index..<(index + word.count)].elementsEqual(word)
  }.map { $0 + word.count }
}
