import Foundation
import TestSupport
import Testing

/// What the program says in English is what it says in Chinese, with the same values.
@Suite struct EnglishWordsTests {
  private static func patterns(below folder: String) throws -> [(file: String, pattern: String)] {
    try Checkout.swiftFiles(under: folder).flatMap { file in
      SourceLiterals(of: try Checkout.text(of: file)).patterns.map { (file, $0) }
    }
  }

  private static func hasHan(_ text: String) -> Bool {
    text.unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) }
  }

  @Test func literalsAreReadWithTheirHoles() {
    let source = ##"""
      let a = "一\(b("二\(c)", d))三" // "四"
      let e = #"五\n\#(f)"# + "\u{3000}\n"
      let g = """
        六
          七\
          八
        """
      """##
    let found = SourceLiterals(of: source).patterns
    #expect(found == ["二{0}", "一{0}三", "五\\n{0}", "\u{3000}\n", "六", "  七八"])
  }

  /// A hole that is missing loses a value; one too many would be printed as it stands.
  @Test func everyValueIsSaidInBothLanguages() throws {
    let entries = try EnglishWords.entries(["help", "program", "diagnostics", "readers", "content"])
    #expect(entries.count > 1000)
    for (chinese, english) in entries {
      let holes = [chinese, english].map { text in
        Set(text.matches(of: #/\{[0-9]\}/#).map { String($0.output) })
      }
      #expect(holes[0] == holes[1], "\(chinese)：\(english)")
      #expect(!english.contains { "，。；：（）、".contains($0) }, "\(english)")
    }
  }

  @Test func nothingIsTranslatedTwice() throws {
    let keys = try EnglishWords.entries(EnglishWords.files).map(\.chinese)
    #expect(Set(keys).count == keys.count)
  }

  /// What the program tells of from the content: notices of the list of fonts, titles and uses of forms and of import
  /// templates, titles and tasks of packages.
  @Test func everyWordOfTheContentIsSaidInEnglish() throws {
    let notices = try Checkout.text(of: "fonts/fonts.yaml").matches(of: #/notice: (.+)/#)
      .map { String($0.output.1) }
    let forms = try Checkout.names(in: "content/forms").map { "content/forms/\($0)/form.yaml" }
    let templates = try Checkout.names(in: "content/imports").map { "content/imports/\($0)" }
    let texts = try (forms + templates).map { try Checkout.text(of: $0) }
    let titles = try texts.map { text in
      let title = text.firstMatch(of: #/\ntitle:(?: \{default:|\n  default:|) ([^,}\n]+)/#)
      return try String(#require(title, "\(text)").output.1)
    }
    // Places call some forms otherwise.
    let others = texts.flatMap { text in
      text.matches(of: #/\n  CN-[A-Z-]+: ([^\n]+)/#).map { String($0.output.1) }
    }
    let uses = try texts.map { text in
      try String(#require(text.firstMatch(of: #/\nsummary: (.+)/#), "\(text)").output.1)
    }
    let packages = try Checkout.text(of: "content/packages.yaml")
      .matches(of: #/\n(?:  title: |  unsupported: |    - (?:{do: )?)([^,}\n]+(?:，[^,}\n]+)*)/#)
      .map { String($0.output.1) }
    #expect(notices.count > 0 && titles.count > 60 && others.count > 10 && packages.count > 40)
    let known = Set(try EnglishWords.entries(["content"]).map(\.chinese))
    let said = Set(notices + titles + others + uses + packages)
    #expect(said.symmetricDifference(known).sorted() == [])
  }

  /// A sentence that was reworded must be translated anew.
  @Test func everyEntryIsSaidSomewhere() throws {
    let said = Set(try Self.patterns(below: "Sources").map(\.pattern))
    for (chinese, _) in try EnglishWords.entries(["program", "diagnostics", "readers"]) {
      #expect(said.contains(chinese), "\(chinese)")
    }
  }

  /// Where nothing is said but what goes into documents, portals and archives, which are Chinese in every language, or
  /// what the parser has in English anyway.
  private static let written: Set = [
    "Building/SiteBuild+Cards.swift", "Commands/Archive/Destroying/DestructionColumn.swift",
    "Commands/Archive/Destroying/destructionList.swift", "Commands/Seals/SealUseRecord.swift",
    "World/Archiving/ArchiveFolder.swift", "World/Words/ParserComplaint.swift",
    "World/WorkbookRows.swift",
  ]

  /// What the command line still says in Chinese only; the list is to become shorter, never longer.
  @Test func theListOfWhatIsNotTranslatedIsTrue() throws {
    let known = Set(
      try EnglishWords.entries(["help", "program", "diagnostics", "readers"]).map(\.chinese)
    )
    let missing = try Self.patterns(below: "Sources/mingce").filter { _, pattern in
      Self.hasHan(pattern) && !known.contains(pattern)
        && !pattern.hasPrefix("例：") && !pattern.hasPrefix("    ")
    }
    let places = missing.map { (String($0.file.dropFirst("Sources/mingce/".count)), $0.pattern) }
    #expect(Self.written.isSubset(of: places.map(\.0)), "a file that needs no exception")
    let lines = places.filter { !Self.written.contains($0.0) }.map { "\($0.0): \($0.1)" }
    try expectGolden(lines.joined(separator: "\n") + "\n", "untranslated.txt")
  }

  /// Every code is explained in English by a title and a sentence, and every rule by examples.
  @Test func everyCodeIsExplainedInEnglish() throws {
    let english = try EnglishWords.explanations()
    let known = Set(english.map(\.code))
    #expect(known.count == english.count)
    let own = try Checkout.text(of: "content/rules/explanations.yaml").split(separator: "\n")
      .compactMap { try #/^([A-Za-z0-9.-]+):$/#.wholeMatch(in: $0).map { String($0.1) } }
    let rules = try Self.patterns(below: "Sources/Filing/Rules").map(\.pattern)
      .filter { $0.wholeMatch(of: #/(V|M)-[0-9]{2}[a-z]?/#) != nil }
    #expect(own.count > 300 && rules.count > 50)
    #expect(Set(own + rules).subtracting(known).sorted() == [])
    #expect(known.subtracting(own + rules).sorted() == [])
    for item in english { #expect(item.text.hasSuffix("."), "\(item.code)") }
    // The examples of rules are sentences; those of other codes may be the same in every language.
    let worded = english.filter { !$0.examples.isEmpty }.map(\.code)
    #expect(Set(rules).subtracting(own).subtracting(worded).sorted() == [])
  }
}
