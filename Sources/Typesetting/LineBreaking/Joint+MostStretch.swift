import Geometry

extension Joint {
  /// What can be added on average before a line looks torn apart: a third of an em between characters.
  ///
  /// A word space bears as much as it measures, and half an em in any case where the font's spaces are narrow.
  var mostStretch: Length {
    switch stretchStep {
    // The stretch that nobody notices is a twelfth of an em in a script gap, a twentieth elsewhere.
    case .scriptGap: stretch * 4
    case .anywhere, .reluctant: max(stretch * 20 / 3, natural / 3)
    case .wordSpace: max(stretch * 2, natural)
    case .never: .zero
    }
  }
}
