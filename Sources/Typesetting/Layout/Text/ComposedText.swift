import Diagnostics
import Geometry
import LineBreaking
import Pages
import Styling
import UnicodeText

/// A shaped and composed text, to be broken into lines and drawn.
struct ComposedText {
  let text: StyledText
  /// The size of the em square it was composed at.
  let size: Length
  /// What stands between characters, in em.
  let spacing: Double
  let shaped: GlyphClusters
  let items: [LineItem]
  /// The parts in another language than the document's.
  let foreign: [ForeignPhrase]

  /// The language of the cluster that begins at a byte of the text.
  func language(at offset: Int) -> Language {
    // Halved each time: a long text of Latin words has as many phrases as it has lines.
    var (low, high) = (0, foreign.count)
    while low < high {
      let middle = (low + high) / 2
      if foreign[middle].range.upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    guard low < foreign.count, foreign[low].range.contains(offset) else { return .chinese }
    return Language(foreign[low].script)
  }

  /// Whether the text as a whole runs from right to left, so that a justified paragraph begins at the right.
  var runsRightToLeft: Bool { shaped.levels?.base == 1 }

  /// The lines for the given measures.
  func lines(_ widths: LineWidths) -> [Line] { breakLines(items, widths: widths) }

  /// The whole text as one line.
  var onlyLine: Line { LineBreaking.onlyLine(of: items) }

  /// Draws `line` into `measure`, its left end at zero and its baseline at zero.
  func draw(_ line: Line, measure: Length, alignment: Alignment, mark: Mark) -> TextLine {
    let set = setLine(line, of: items, to: measure, filling: alignment.filling)
    let start: Alignment = runsRightToLeft && alignment == .justified ? .right : alignment
    let indent = start.indent(of: measure - set.width)
    let order = VisualOrder(line, of: self)
    let edges = order?.edges(set.edges, of: items) ?? set.edges
    let drawing = LineDrawing(
      self,
      line,
      order,
      edges: edges.map { $0 + indent },
      end: set.width + indent,
      mark
    )
    return TextLine(width: set.width + indent, items: drawing.items())
  }
}

extension Alignment {
  /// How lines so aligned fill their measure.
  var filling: LineFilling {
    switch self {
    case .left, .centre, .right: .natural
    case .justified: .justified
    case .distributed: .distributed
    }
  }

  /// How far a line moves to the right when this much of its measure is free.
  func indent(of free: Length) -> Length {
    guard free > .zero else { return .zero }
    switch self {
    case .left, .justified, .distributed: return .zero
    case .centre: return free / 2
    case .right: return free
    }
  }
}

extension Language {
  /// The language that a document in Chinese most likely has in a script.
  init(_ script: ForeignScript) {
    self =
      switch script {
      case .latin: .english
      case .arabic: .uyghur
      case .tibetan: .tibetan
      case .mongolian: .mongolian
      }
  }
}
