public import Geometry
public import Pages
import Styling

/// A seal as contours, from its own top left corner; its strength is the full one.
///
/// It belongs into a document that its owner signs, and nowhere else: what is only shown takes `specimenSheet`.
public struct DrawnSeal: Sendable, Hashable {
  /// One piece of it.
  public struct Part: Sendable, Hashable {
    /// What it is: `ring`, `star`, `frame`, or a character of the name, the purpose or the code.
    public var name: String
    /// Its contours.
    public var path: Path
  }

  /// The extent of the whole seal.
  public var size: Size
  /// Its pieces, in painting order.
  public var parts: [Part]

  init(size: Size, parts: [Part]) {
    self.size = size
    self.parts = parts
  }

  /// Takes the contours that the owner had drawn.
  public init(size: Size, artwork: [Path]) {
    self.init(size: size, parts: artwork.map { Part(name: "artwork", path: $0) })
  }

  /// What pages paint.
  public var items: [PageItem] { items(.sealRed) }

  /// The pieces in one ink.
  func items(_ ink: Ink) -> [PageItem] { parts.map { .shape($0.path, ink) } }

  /// The seal as text, one piece a line, for goldens.
  public var dump: String {
    let lines = parts.map { part in
      "  \(part.name) \(part.path.steps.count) steps in \(part.path.bounds.map(\.description) ?? "nothing")"
    }
    return (["seal \(size.width)×\(size.height)"] + lines).map { $0 + "\n" }.joined()
  }
}
