public import Fonts
public import Geometry
public import Pages
import Styling

/// A person's name as it stands in a signature, in black, at most 45 mm wide and 15 mm high.
public struct Handwriting: Sendable, Hashable {
  /// Its extent.
  public let size: Size
  private let paths: [Path]

  /// The most room that a name takes.
  public static let room = Size(width: .mm(45), height: .mm(15))

  /// Takes contours that the person drew, which fit into the room.
  public init(size: Size, paths: [Path]) {
    self.size = size
    self.paths = paths
  }

  /// Draws a name from the characters of 楷体, leaning to the right: the house has no font of brush or pen.
  ///
  /// A long name becomes smaller as a whole.
  public init(name: String, fonts: FontLibrary) throws(SealFailure) {
    let characters = try OutlinedCharacter.all(of: name, in: .kai, fonts: fonts)
    let ems = characters.reduce(0) { $0 + $1.advance } * Handwriting.pitch
    // The first and the last character reach over their places on both sides.
    let overhang = 1 - Handwriting.pitch + Handwriting.lean
    let em = min(12, Handwriting.room.width.millimetres / (ems + overhang))
    let height = em * 1.1
    var left = overhang / 2 * em
    paths = characters.map { character in
      let advance = character.advance * Handwriting.pitch * em
      defer { left += advance }
      let frame = Frame(
        origin: [left + advance / 2, height / 2],
        right: [em, 0],
        up: [Handwriting.lean * em, -em]
      )
      return character.path(in: frame)
    }
    size = Size(width: .mm((ems + overhang) * em), height: .mm(height))
  }

  /// What pages paint.
  public var items: [PageItem] { paths.map { .shape($0, .black) } }

  /// The distance from character to character in ems: a name is written closely.
  private static let pitch = 0.9
  /// How far the top of a character leans over its foot, in ems.
  private static let lean = 0.22
}
