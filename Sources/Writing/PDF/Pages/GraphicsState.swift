import Pages
import Styling

/// The parts of the graphics state that pages use, so that an operator is written only when something changes.
struct GraphicsState {
  /// The nonstroking colour, at first black (ISO 32000-1 table 52).
  var fill = Ink.black
  /// The stroking colour, at first black.
  var stroke = Ink.black
  /// The thickness of strokes in points.
  var lineWidth = Number(thousandths: 1000)
  /// The font and its size in points.
  var font: (id: FontID, size: Number)?
  /// The text rise in points.
  var rise = Number(thousandths: 0)
  /// The marked content that is open.
  var marked: Marking?
}

extension ContentStream {
  /// Sets the colour of fills and text (ISO 32000-1 §8.6.8).
  mutating func setFill(_ ink: Ink) {
    guard ink != state.fill else { return }
    state.fill = ink
    append(ink, grey: "g\n", colour: "rg\n")
  }

  /// Sets the colour of strokes (ISO 32000-1 §8.6.8).
  mutating func setStroke(_ ink: Ink) {
    guard ink != state.stroke else { return }
    state.stroke = ink
    append(ink, grey: "G\n", colour: "RG\n")
  }

  /// Sets the thickness of strokes (ISO 32000-1 §8.4.3.2).
  mutating func setLineWidth(_ width: Number) {
    guard width != state.lineWidth else { return }
    state.lineWidth = width
    content.append(operands: width)
    content.append("w\n")
  }

  /// Sets the font and its size (ISO 32000-1 §9.3.1).
  mutating func setFont(_ font: FontID, size: Number) {
    if let known = state.font, known == (font, size) { return }
    state.font = (font, size)
    content.append("/\(FontUses.resourceName(of: font)) ")
    content.append(operands: size)
    content.append("Tf\n")
  }

  /// Sets the text rise (ISO 32000-1 §9.3.7).
  mutating func setRise(_ rise: Number) {
    guard rise != state.rise else { return }
    state.rise = rise
    content.append(operands: rise)
    content.append("Ts\n")
  }

  private mutating func append(_ ink: Ink, grey: String, colour: String) {
    if ink.red == ink.green, ink.green == ink.blue {
      content.append(operands: part(ink.red))
      content.append(grey)
    } else {
      content.append(operands: part(ink.red), part(ink.green), part(ink.blue))
      content.append(colour)
    }
  }

  private func part(_ value: UInt8) -> Number {
    Number(thousandths: (Int(value) * 1000 + 127) / 255)
  }
}
