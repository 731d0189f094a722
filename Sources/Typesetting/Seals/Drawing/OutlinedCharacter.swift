import Fonts
import Geometry
import Pages
import Styling

/// A character as its outline, in ems to the right and upwards.
struct OutlinedCharacter {
  let text: String
  /// How wide it is.
  let advance: Double
  private let steps: [GlyphOutline.Step]
  /// The height of its middle above the baseline: half of the em box, or of a digit.
  private let middle: Double

  /// Outlines the characters of `text` one by one: on a seal none leans on its neighbour.
  static func all(
    of text: String,
    in family: FontFamily,
    weight: FontWeight = .regular,
    fonts: FontLibrary
  ) throws(SealFailure) -> [OutlinedCharacter] {
    let metrics = fonts.metrics(of: family, weight: weight)
    let emMiddle = Double(metrics.ascent - metrics.descent) / 2_000_000
    // A number with letters stands on one line as digits do; among Chinese characters letters stand as the text has them.
    let isNumber = text.allSatisfy(\.isASCII)
    var characters: [OutlinedCharacter] = []
    for character in text where !character.isWhitespace {
      characters.append(
        try OutlinedCharacter(
          String(character),
          middle: isNumber || character.isASCII && character.isNumber ? digitHeight / 2 : emMiddle,
          in: (family, weight),
          fonts: fonts
        )
      )
    }
    return characters
  }

  /// How tall digits are, in ems of the text faces.
  static let digitHeight = 0.72

  private init(
    _ text: String,
    middle: Double,
    in face: (family: FontFamily, weight: FontWeight),
    fonts: FontLibrary
  ) throws(SealFailure) {
    self.text = text
    self.middle = middle
    var (steps, advance) = ([GlyphOutline.Step](), 0.0)
    for run in try OutlinedCharacter.shape(text, face, fonts) {
      for glyph in run.glyphs {
        let shift = SIMD2(
          advance * 1000 + Double(glyph.xOffset) / 1000,
          Double(glyph.yOffset) / 1000
        )
        steps += try OutlinedCharacter.outline(of: glyph.id, in: run.font, fonts)
          .map { $0.moved(by: shift) }
        advance += Double(glyph.advance) / 1_000_000
      }
    }
    (self.steps, self.advance) = (steps, advance)
  }

  private static func shape(
    _ text: String,
    _ face: (family: FontFamily, weight: FontWeight),
    _ fonts: FontLibrary
  ) throws(SealFailure) -> [ShapedRun] {
    do throws(MissingGlyphs) {
      return try fonts.shape(text, family: face.family, weight: face.weight)
    } catch {
      throw .missingGlyphs(error)
    }
  }

  private static func outline(
    of glyph: GlyphID,
    in font: FontID,
    _ fonts: FontLibrary
  ) throws(SealFailure) -> [GlyphOutline.Step] {
    do throws(FontFailure) {
      return try fonts.outline(of: glyph, in: font).steps
    } catch {
      throw .font(error)
    }
  }

  /// Returns the outline with its middle where the axes meet; a step along them is an em.
  func path(in frame: Frame) -> Path {
    func point(_ place: GlyphOutline.Place) -> Point {
      frame.point([place.x / 1000 - advance / 2, place.y / 1000 - middle])
    }
    return Path(
      steps: steps.map { step in
        switch step {
        case .move(let place): .move(to: point(place))
        case .line(let place): .line(to: point(place))
        case .curve(let first, let second, let place):
          .curve(point(first), point(second), to: point(place))
        case .close: .close
        }
      }
    )
  }
}

extension GlyphOutline.Step {
  fileprivate func moved(by shift: GlyphOutline.Place) -> GlyphOutline.Step {
    switch self {
    case .move(let place): .move(to: place + shift)
    case .line(let place): .line(to: place + shift)
    case .curve(let first, let second, let place):
      .curve(first + shift, second + shift, to: place + shift)
    case .close: .close
    }
  }
}
