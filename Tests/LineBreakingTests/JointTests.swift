import Geometry
import TestSupport
import Testing
import UnicodeText

@testable import LineBreaking

/// What lies between two characters, in em.
struct JointTests {
  private func joint(_ text: String, _ index: Int = 0) throws -> Joint {
    try TestMeasure.items(of: text)[index].joint
  }

  private func em(_ length: Length) -> Double {
    (length / TestMeasure.em * 10_000).rounded() / 10_000
  }

  @Test(arguments: ["甲a", "a甲", "甲1", "1甲", "é甲", "甲Ω"])
  func aScriptGapIsAQuarterBetweenAnEighthAndAThird(text: String) throws {
    let gap = try joint(text)
    #expect(em(gap.natural) == 0.25)
    #expect(em(gap.natural - gap.shrink) == 0.125)
    #expect(em(gap.natural + gap.stretch) == 0.3333)
    #expect(gap.shrinkStep == .scriptGap && gap.stretchStep == .scriptGap)
  }

  @Test(arguments: [
    "甲乙", "ab", "1a", "（a", "甲（", "a，", "甲%", "¥甲", "甲·", "·a",
  ])
  func thereIsNoGapElsewhere(text: String) throws {
    #expect(try joint(text).shrinkStep != .scriptGap)
    #expect(try joint(text).stretchStep != .scriptGap)
  }

  @Test func theGapFollowsTheLargerOfTwoSizes() {
    var clusters = TestMeasure.clusters(of: "甲a")
    clusters[1].em = .mm(20)
    let items = lineItems(of: "甲a", clusters: clusters, breaks: nil)
    #expect(items[0].joint.natural == .mm(5))
  }

  @Test func blanksOfMarksLieInTheirJoints() throws {
    #expect(try em(joint("（甲").natural) == 0)
    #expect(try em(joint("甲（").natural) == 0.5)
    #expect(try em(joint("）甲").natural) == 0.5)
    #expect(try em(joint("，甲").natural) == 0.5)
    #expect(try em(joint("）（").natural) == 0.5)
    #expect(try em(joint("）。").natural) == 0)
    #expect(try em(joint("（《").natural) == 0)
  }

  @Test(arguments: [
    ("）甲", ShrinkStep.bracket), ("甲（", .bracket), ("，甲", .pause), ("：甲", .pause),
    ("。甲", .stop), ("？甲", .stop), ("”甲", .bracket),
  ])
  func marksGiveTheirBlankAtTheirStep(text: String, step: ShrinkStep) throws {
    let joint = try joint(text)
    #expect(joint.shrink == joint.natural)
    #expect(joint.shrinkStep == step)
  }

  @Test(arguments: [
    ("甲乙", StretchStep.anywhere), ("ab", .never), ("12", .never), ("1%", .never), ("——", .never),
    ("……", .never), ("甲·", .never), ("·甲", .never), ("甲～", .never), ("甲，", .reluctant),
    ("（甲", .reluctant), ("）甲", .anywhere), ("甲—", .anywhere), ("$5", .never),
  ])
  func whatBelongsTogetherIsNeverWidened(text: String, step: StretchStep) throws {
    #expect(try joint(text).stretchStep == step)
  }

  @Test func theStepsAreThoseOfTheRequirements() throws {
    // clreq #procedures_for_inter-character_spacing_reduction and -expansion.
    #expect(ShrinkStep.allCases == [.wordSpace, .interpunct, .bracket, .pause, .scriptGap, .stop])
    #expect(StretchStep.allCases == StretchStep.allCases.sorted())
    #expect(LineEnd.forced < .allowed && LineEnd.emergency < .forbidden)
  }

  @Test func earlierStepsGiveAllBeforeLaterOnesGiveAnything() throws {
    // A bracket, a pause, a gap and a stop, each between Han: half, half, an eighth, half an em to give.
    let text = "甲）乙，丙a。丁戊"
    let items = try TestMeasure.items(of: text)
    let line = onlyLine(of: items)
    func given(_ amount: Double) -> [Double] {
      let edges = setLine(
        line,
        of: items,
        to: line.natural - TestMeasure.em * amount,
        filling: .justified
      ).edges
      return [1, 3, 4, 6].map { index in
        em(edges[index] + items[index].box + items[index].joint.natural - edges[index + 1])
      }
    }
    #expect(given(0) == [0, 0, 0, 0])
    #expect(given(0.3) == [0.3, 0, 0, 0])
    #expect(given(0.7) == [0.5, 0.2, 0, 0])
    #expect(given(1.0625) == [0.5, 0.5, 0.0625, 0])
    #expect(given(1.5) == [0.5, 0.5, 0.125, 0.375])
    #expect(given(9) == [0.5, 0.5, 0.125, 0.5], "no more than there is")
  }

  @Test func theFirstLineHasItsOwnMeasure() throws {
    let items = try TestMeasure.items(of: "甲乙丙丁戊己庚辛")
    let widths = LineWidths(first: TestMeasure.em * 2.0, rest: TestMeasure.em * 3.0)
    #expect(breakLines(items, widths: widths).map(\.items) == [0..<2, 2..<5, 5..<8])
    #expect(widths[0] == .mm(20) && widths[1] == .mm(30) && widths[7] == .mm(30))
    let forced = try TestMeasure.items(of: "甲\n乙丙丁")
    #expect(
      breakLines(forced, widths: widths).map(\.items) == [0..<2, 2..<5],
      "only the first line of all"
    )
  }

  @Test func theMostThatAJointBearsIsAThirdOfAnEm() throws {
    for text in ["甲乙", "）甲", "甲，", "甲a"] {
      #expect(abs(try em(joint(text).mostStretch) - 0.3333) < 0.001, "\(text)")
    }
    #expect(try joint("ab").mostStretch == .zero)
    #expect(try em(joint("a b", 1).mostStretch) == 0.5, "as much as the space measures")
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func sumsAreWhatCountingGives(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let alphabet = Array("甲乙（），。a1 　—·")
    let text = String(
      (0..<30).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &random)] }
    )
    let items = try TestMeasure.items(of: text)
    let sums = ItemSums(items)
    for _ in 0..<20 {
      let start = Int.random(in: 0..<items.count, using: &random)
      let line = start..<Int.random(in: start...items.count, using: &random)
      let inked =
        line.lowerBound..<((items[line].lastIndex { !$0.isSpace } ?? line.lowerBound - 1) + 1)
      let joints = items[inked.dropLast()].map(\.joint)
      #expect(sums.inkCount(line) == inked.count, "seed \(seed)")
      let boxes = items[inked].reduce(0) { $0 + $1.box.nanometres }
      let measure = sums.measure(line)
      #expect(
        measure.natural == joints.reduce(boxes) { $0 + $1.natural.nanometres },
        "seed \(seed)"
      )
      #expect(measure.shrink == joints.reduce(0) { $0 + $1.shrink.nanometres }, "seed \(seed)")
      #expect(measure.comfort == joints.reduce(0) { $0 + $1.stretch.nanometres }, "seed \(seed)")
      #expect(measure.least == measure.natural - measure.shrink, "seed \(seed)")
    }
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func theBreakerAndTheSetterKnowOneLimit(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let alphabet = Array("甲乙（），a1")
    let text = String(
      (0..<12).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &random)] }
    )
    let items = try TestMeasure.items(of: text)
    var line = onlyLine(of: items)
    line.isLast = false
    let most = Length(nanometres: ItemSums(items).measure(0..<items.count).mostStretch)
    func width(_ measure: Length) -> Length {
      setLine(line, of: items, to: measure, filling: .justified).width
    }
    #expect(width(line.natural + most) == line.natural + most, "seed \(seed): \(text)")
    #expect(width(line.natural + most + .mm(0.001)) == line.natural, "seed \(seed): \(text)")
  }
}

/// What each character is to the composition of a line.
struct CharacterClassTests {
  private func kinds(
    _ characters: String,
    wide: Bool = true,
    latin: Bool = false
  ) -> Set<CharacterClass> {
    Set(
      characters.unicodeScalars.map { CharacterClass(of: $0, isWide: wide, isLatinMark: latin) }
    )
  }

  @Test func charactersBelongToTheClassesOfTheRequirements() {
    // clreq #categories_and_usage_of_punctuation_marks
    #expect(kinds("甲㛃𬭼々ー①Ⅳあア한ㄅＡ１") == [.ideograph])
    #expect(kinds("（《〈「『【〔〖“‘") == [.opening])
    #expect(kinds("）》〉」』】〕〗”’") == [.closing])
    #expect(kinds("，、；：") == [.pause])
    #expect(kinds("。．？！") == [.stop])
    #expect(kinds("·・‧") == [.interpunct])
    #expect(kinds("—…⋯―") == [.dash])
    #expect(kinds("～–－／•") == [.connector])
    #expect(kinds("％￥℃°") == [.wideSign])
  }

  @Test func marksInLatinTextAreThoseOfTheLatinScript() {
    #expect(kinds("“‘", latin: true) == [.latinOpening])
    #expect(kinds("”’—…·", latin: true) == [.latinMark])
  }

  @Test func narrowSignsAreThoseOfTheLatinScript() {
    #expect(kinds("$¥£", wide: false) == [.prefix])
    #expect(kinds("%‰°", wide: false) == [.postfix])
    #expect(kinds("·", wide: false) == [.interpunct])
  }

  @Test func lettersOfAlphabetsAreLetters() {
    #expect(kinds("azAZéÀőΩЯǚ", wide: false) == [.letter])
    #expect(kinds("0123456789", wide: false) == [.digit])
    #expect(kinds("!&*+,-./:;=?@", wide: false) == [.latinMark])
    #expect(kinds("([{«", wide: false) == [.latinOpening])
  }

  @Test func spacesAndLineEndsLeaveNoInk() {
    #expect(kinds(" \t\u{A0}") == [.space])
    #expect(kinds("\u{3000}\u{2003}\u{2009}") == [.fixedSpace])
    #expect(kinds("\n\r\u{B}\u{C}\u{85}\u{2028}\u{2029}") == [.lineEnd])
    for kind in kinds(" \u{3000}\n") { #expect(kind.isSpace) }
    for kind in kinds("甲，a—") { #expect(!kind.isSpace) }
  }

  @Test func onlyMarksWithABlankHalfShareIt() {
    for kind in kinds("（）“”，。") { #expect(kind.isCompressible) }
    for kind in kinds("甲—…·～％a1 ") { #expect(!kind.isCompressible) }
    #expect(CharacterClass.opening.hasBlankBefore && !CharacterClass.opening.hasBlankAfter)
    #expect(CharacterClass.stop.hasBlankAfter && !CharacterClass.stop.hasBlankBefore)
  }
}
