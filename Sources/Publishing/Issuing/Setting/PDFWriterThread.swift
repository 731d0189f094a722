import Fonts
import PDF
import Pages

/// What the writer's thread is told to do.
enum WritingOrder: Sendable {
  case begin(title: String?)
  case page(Page)
  case furniture(PageFurniture, page: Int)
  case outline([OutlineEntry], firstPage: Int)
  case embed([UInt8])
  case settle
  case finish
}

/// Orders that pass to the writer's thread at once.
struct WritingOrders: Sendable {
  var orders: [WritingOrder] = []
  /// The advances of the glyphs that these orders show for the first time.
  var advances: [GlyphAdvance] = []
}

/// The advance of a glyph in thousandths of an em.
struct GlyphAdvance: Sendable {
  var font: FontID
  var glyph: GlyphID
  var advance: Double
}

/// What the writer's thread says.
enum WritingWord: Sendable {
  /// The next bytes of the file; they end what was written of one piece of orders.
  case bytes([UInt8])
  /// It needs the subset of a font.
  case subset(FontID, [GlyphID])
}

/// The lines between a press and the thread that writes its file.
struct WritingLines: Sendable {
  /// How many pieces of orders may wait.
  static let ordersWaiting = 32

  let orders = Conveyor<WritingOrders, Never>(capacity: ordersWaiting, resting: true)
  /// Each piece of orders makes one word, and the press takes all words before it gives a piece that may have to wait:
  /// so the thread finds room for its words whenever the press finds none for its orders.
  let words = Conveyor<WritingWord, PDFFailure>(capacity: ordersWaiting + 4)
  let subsets = Conveyor<Result<EmbeddedFont, any Error>, Never>(capacity: 1)
  /// The streams that wait to be compressed.
  let deflating = DeflateJobs()

  /// Ends the thread, whatever it waits for.
  func cancel() {
    orders.cancel()
    words.cancel()
    subsets.finish()
  }
}

/// The work of the thread that writes a file: pages become bytes, which the press takes to their receiver.
struct PDFWriting {
  let metadata: PDFMetadata
  let conformance: PDFConformance
  let fields: [SignatureField]
  let lines: WritingLines

  /// Nobody answers any more, since the file is given up.
  private struct Abandoned: Error {}

  /// The bytes of the file since the last word.
  private final class Output {
    var bytes: [UInt8] = []

    func take() -> [UInt8] {
      defer { bytes = [] }
      return bytes
    }
  }

  /// Follows all orders; what goes wrong ends both lines.
  func run() {
    do throws(PDFFailure) {
      try followOrders()
      lines.words.finish()
    } catch {
      lines.words.fail(error)
      lines.orders.cancel()
    }
  }

  private func followOrders() throws(PDFFailure) {
    let (output, advances) = (Output(), AdvanceTable())
    let writer = try PDFWriter(
      metadata: metadata,
      fonts: fonts(advances, output),
      conformance: conformance,
      fields: fields,
      deflating: DeflatingThread(lines.deflating).line
    ) { output.bytes += $0 }
    while let piece = lines.orders.next() {
      advances.add(piece.advances)
      for order in piece.orders { try follow(order, writer) }
      lines.words.send(.bytes(output.take()))
    }
  }

  private func follow(_ order: WritingOrder, _ writer: PDFWriter) throws(PDFFailure) {
    switch order {
    case .begin(let title): writer.begin(title: title)
    case .page(let page): try writer.add(page)
    case .furniture(let furniture, let page): try writer.addFurniture(furniture, toPage: page)
    case .outline(let entries, let page): try writer.addOutline(entries, firstPage: page)
    case .embed(let piece): try writer.embed(piece)
    case .settle: try writer.settle()
    case .finish: try writer.finish()
    }
  }

  /// The fonts as this thread knows them: the faces themselves stay in the task of the press.
  private func fonts(_ advances: AdvanceTable, _ output: Output) -> PDFFonts {
    PDFFonts(
      advance: { font, glyph in advances[font, glyph] },
      embed: { font, glyphs in
        // What is written so far need not wait in memory for the subset.
        lines.words.send(.bytes(output.take()))
        lines.words.send(.subset(font, glyphs))
        guard let answer = lines.subsets.next() else { throw Abandoned() }
        return try answer.get()
      }
    )
  }
}

/// The advances that the press has sent.
private final class AdvanceTable {
  private var advances: [[Double]] = []

  func add(_ more: [GlyphAdvance]) {
    for entry in more {
      while advances.count <= entry.font.index { advances.append([]) }
      let missing = Int(entry.glyph) + 1 - advances[entry.font.index].count
      if missing > 0 { advances[entry.font.index] += repeatElement(0, count: missing) }
      advances[entry.font.index][Int(entry.glyph)] = entry.advance
    }
  }

  subscript(font: FontID, glyph: GlyphID) -> Double { advances[font.index][Int(glyph)] }
}
