import Testing
import UnicodeText

/// What Unicode's own test data says of our line breaks and composed forms.
struct UnicodeDataTests {
  /// Where the break that the data has at `offset` stands after CLDR's rules, and so ICU's, which refine two of them.
  ///
  /// A comma or full stop stays with the digit after it, `.35`; the break moves to the space before them. A hyphen
  /// that begins a text stays with the word after it, `-st`.
  private func refined(_ offset: Int, in text: String) -> Int? {
    let bytes = Array(text.utf8)
    let before = String(decoding: bytes[..<offset], as: UTF8.self).unicodeScalars
      .filter { !$0.properties.generalCategory.isMark }
    let next = String(decoding: bytes[offset...], as: UTF8.self).unicodeScalars.first
    if [",", "."].contains(before.last), next?.properties.generalCategory == .decimalNumber {
      return before.dropLast().last == " " ? offset - 1 : nil
    }
    return before.elementsEqual(["-"]) ? nil : offset
  }

  @Test(arguments: ["zh@lb=strict", "root"])
  func lineBreaksAreThoseOfUnicodesOwnCases(locale: String) throws {
    let finder = try LineBreakFinder(locale: locale)
    let cases = try UnicodeData.lineBreaks()
    #expect(cases.count == 7654)
    var refined = 0
    for one in cases {
      let found = try finder.breaks(in: one.text).map(\.offset)
      guard found != one.offsets else { continue }
      let expected = one.offsets.compactMap { self.refined($0, in: one.text) }
      #expect(found == expected, "\(one.source)")
      refined += 1
    }
    // More would mean that the rules went astray, fewer that CLDR has changed its mind.
    #expect(refined == 22)
  }

  @Test func strictChineseIsStricterThanLooseChinese() throws {
    let strict = try LineBreakFinder(locale: "zh@lb=strict")
    let loose = try LineBreakFinder(locale: "zh@lb=loose")
    var stricter: Set<Unicode.Scalar> = []
    for scalar in "…‥‐–〜々〻ゝゞヽヾ：；・！？％℃‼⁇".unicodeScalars {
      let text = "甲\(scalar)"
      if try loose.breaks(in: text).count > strict.breaks(in: text).count {
        stricter.insert(scalar)
      }
    }
    // UAX #14 and CSS Text leave these to the start of a line where the rules are loose.
    #expect(stricter.isSuperset(of: "々・：；！？".unicodeScalars))
    for scalar in "…々：；！？％℃".unicodeScalars {
      #expect(try strict.breaks(in: "甲\(scalar)").count == 1, "\(scalar)")
    }
  }

  @Test func composedFormsAreThoseOfUnicodesOwnCases() throws {
    let cases = try UnicodeData.forms()
    #expect(cases.count > 18_000)
    for one in cases {
      for text in [one.source, one.nfc, one.nfd] {
        #expect(try composed(text).isSpelt(one.nfc), "line \(one.line)")
      }
      for text in [one.nfkc, one.nfkd] {
        #expect(try composed(text).isSpelt(one.nfkc), "line \(one.line)")
      }
    }
  }

  @Test func charactersWithoutACaseComposeToThemselves() throws {
    let cases = try UnicodeData.forms()
    let listed = Set(cases.compactMap { $0.source.unicodeScalars.only })
    for value in UInt32(0x80)...0x323AF {
      guard let scalar = Unicode.Scalar(value), !listed.contains(scalar) else { continue }
      let text = String(scalar)
      // One comparison a character, reported only where it fails: there are two hundred thousand.
      if try !composed(text).isSpelt(text) { Issue.record("U+\(String(value, radix: 16))") }
    }
  }
}

extension String {
  /// Whether the text consists of the same code points: `==` takes canonical equivalents for equal.
  fileprivate func isSpelt(_ other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}

extension String.UnicodeScalarView {
  /// The one scalar of a text of one.
  fileprivate var only: Unicode.Scalar? { count == 1 ? first : nil }
}

extension Unicode.GeneralCategory {
  /// Whether such a character hangs on the one before it.
  fileprivate var isMark: Bool {
    [.nonspacingMark, .spacingMark, .enclosingMark].contains(self)
  }
}
