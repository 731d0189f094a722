import Pages
import TestSupport
import Testing

@testable import PDF

/// Streams that are compressed elsewhere while the file is written on.
@Suite struct DeflateLineTests {
  /// Compresses what it is given when it is asked for it, and counts what waits.
  private final class Mill {
    var jobs: [DeflateJob] = []
    var mostWaiting = 0
    /// How many streams come back before there is no memory any more.
    var rest = Int.max

    var line: DeflateLine {
      DeflateLine { [self] job in
        jobs.append(job)
        mostWaiting = max(mostWaiting, jobs.count)
      } take: { [self] () throws(PDFFailure) in
        rest -= 1
        guard rest >= 0 else { throw .compression }
        return try jobs.removeFirst().run(by: Deflater()).get()
      }
    }
  }

  private func file(_ conformance: PDFConformance, pages: Int, _ line: DeflateLine?) throws
    -> [UInt8]
  {
    let sink = Sink()
    let writer = try PDFWriter(
      metadata: Written.metadata,
      fonts: FakeFonts.fonts,
      conformance: conformance,
      deflating: line,
      write: { sink.bytes += $0 }
    )
    for number in 1...pages {
      let items = [PageItem.glyphs(.fake("第\(number)页", mark: .decoration))]
      try writer.add(Page(number: number, size: Written.a4, items: items))
      if number.isMultiple(of: 7) {
        try writer.addFurniture(PageFurniture(items: items), toPage: number - 1)
      }
    }
    try writer.embed(Array(#"{"fields":{}}"#.utf8))
    try writer.finish()
    return sink.bytes
  }

  @Test(
    "the file is the same, byte by byte, and no more waits than may",
    arguments: [PDFConformance.plain, .archival],
    [1, 31, 32, 33, 700]
  )
  func sameBytes(conformance: PDFConformance, pages: Int) throws {
    let mill = Mill()
    #expect(try file(conformance, pages: pages, mill.line) == file(conformance, pages: pages, nil))
    #expect(mill.jobs.isEmpty)
    #expect(mill.mostWaiting <= DeflateLine.most)
  }

  @Test("where a stream does not come back the file fails", arguments: [0, 1, 40])
  func failure(rest: Int) {
    let mill = Mill()
    mill.rest = rest
    #expect(throws: PDFFailure.self) { try file(.plain, pages: 100, mill.line) }
  }
}
