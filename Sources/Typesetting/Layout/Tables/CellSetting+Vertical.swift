import Geometry
import LineBreaking
import Pages
import Styling

extension CellSetting {
  /// Sets a label from top to bottom, character under character (竖排).
  ///
  /// Brackets and dashes take their upright forms; a number or word of at most three characters stands level in its
  /// place (纵中横, clreq #mixed_text_composition_in_vertical_writing_mode), a longer one character by character.
  func setVertically(
    _ text: StyledText,
    mark: Mark,
    _ composer: TextComposer
  ) throws(LayoutFailure) -> CellBox {
    var lines: [TextLine] = []
    for range in text.verticalPieces {
      var piece = text.piece(range)
      piece.isVertical = true
      let composed = try composer.line(piece, size: style.size)
      let line = composed.onlyLine
      guard line.inkCount > 0 else { continue }
      lines.append(composed.draw(line, measure: width, alignment: .centre, mark: mark))
    }
    return CellBox(lines: lines, pitch: style.size * (1.1 + style.spacing), size: style.size)
  }
}

extension StyledText {
  /// The UTF-8 ranges of what stands level: short runs of ASCII, single characters otherwise.
  fileprivate var verticalPieces: [Range<Int>] {
    var pieces: [Range<Int>] = []
    var isOpen = false
    var offset = 0
    for character in text {
      let end = offset + character.utf8.count
      let isLevel = character.isASCII && (character.isLetter || character.isNumber)
      if isLevel, isOpen, let last = pieces.last, end - last.lowerBound <= 3 {
        pieces[pieces.count - 1] = last.lowerBound..<end
      } else {
        pieces.append(offset..<end)
      }
      isOpen = isLevel
      offset = end
    }
    return pieces
  }
}
