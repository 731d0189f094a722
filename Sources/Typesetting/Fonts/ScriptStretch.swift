import CHarfBuzz

/// A stretch of text that is shaped by the rules of one script.
struct ScriptStretch {
  /// The UTF-8 range in the text.
  var range: Range<Int>
  /// The ISO 15924 tag of the script.
  var script: UInt32

  /// Creates a stretch that is shaped as Han is: a whole text of so many bytes.
  init(simple count: Int) {
    self.init(range: 0..<count, script: han)
  }

  init(range: Range<Int>, script: UInt32) {
    self.range = range
    self.script = script
  }

  /// Whether the stretch is shaped as Han is.
  var isSimple: Bool { script == han }

  /// Returns the script whose rules shape `scalar`, or nothing when it goes with its neighbours.
  static func script(of scalar: Unicode.Scalar) -> UInt32? { shapingScript(of: scalar) }

  /// Returns whether all of `text` is shaped by one set of rules.
  static func areAllSimple(_ text: String) -> Bool {
    !text.unicodeScalars.contains(where: mayNeedOwnScript)
  }

  /// Returns the stretches of `text` in order; characters of no script stay with what is before them.
  ///
  /// No stretch ends within a cluster of `graphemes`, which is nothing for text of simple scripts.
  static func stretches(of text: String, _ graphemes: GraphemeStarts?) -> [ScriptStretch] {
    guard let graphemes else {
      return text.isEmpty ? [] : [ScriptStretch(range: 0..<text.utf8.count, script: han)]
    }
    var stretches: [ScriptStretch] = []
    var end = 0
    for scalar in text.unicodeScalars {
      let start = end
      end += UTF8.width(scalar)
      let own = graphemes.contains(start) ? shapingScript(of: scalar) : nil
      let script = own ?? stretches.last?.script ?? han
      if let last = stretches.last, last.script == script {
        stretches[stretches.count - 1].range = last.range.lowerBound..<end
      } else {
        stretches.append(ScriptStretch(range: start..<end, script: script))
      }
    }
    return stretches
  }
}

/// Han, by whose rules all simple scripts are shaped too.
///
/// Chinese faces give dashes and quotation marks their Chinese forms under Han alone; a text that begins with a Latin
/// word must not lose them.
private let han = HB_SCRIPT_HAN.rawValue

private let simpleScripts: Set<UInt32> = [
  HB_SCRIPT_HAN.rawValue, HB_SCRIPT_LATIN.rawValue, HB_SCRIPT_GREEK.rawValue,
  HB_SCRIPT_CYRILLIC.rawValue, HB_SCRIPT_HIRAGANA.rawValue, HB_SCRIPT_KATAKANA.rawValue,
  HB_SCRIPT_BOPOMOFO.rawValue, HB_SCRIPT_YI.rawValue,
]

private let noScripts: Set<UInt32> = [
  HB_SCRIPT_COMMON.rawValue, HB_SCRIPT_INHERITED.rawValue, HB_SCRIPT_UNKNOWN.rawValue,
]

/// Returns the script whose rules shape `scalar`, or nothing when it goes with its neighbours (UAX #24).
private func shapingScript(of scalar: Unicode.Scalar) -> UInt32? {
  let script = unsafe hb_unicode_script(hb_unicode_funcs_get_default(), scalar.value).rawValue
  if noScripts.contains(script) { return nil }
  return simpleScripts.contains(script) ? han : script
}

/// Returns whether `scalar` lies outside the blocks that hold simple scripts and signs alone.
private func mayNeedOwnScript(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0..<0x590, 0x1E00..<0x2C00, 0x2E80..<0xA4D0, 0xF900..<0xFB00, 0xFE00..<0xFE70: false
  case 0xFF00..<0x10000, 0x1F000..<0xE1000: false
  default: true
  }
}
