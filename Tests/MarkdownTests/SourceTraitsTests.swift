import Testing

@testable import Markdown

/// What is seen from the bytes of a file is never less than what its lines are searched for.
@Suite struct SourceTraitsTests {
  /// All characters up to U+10FFF, and the first and last private ones beyond.
  private let scalars = (Array(0...0x1_0FFF) + [0xF_0000, 0xF_FFFD, 0x10_0000, 0x10_FFFD])
    .compactMap { Unicode.Scalar(UInt32($0)) }

  @Test func noPrivateCharacterIsOverlooked() {
    let meant = scalars.filter { $0.properties.generalCategory == .privateUse }
    #expect(meant.count == 6404)
    #expect(meant.filter { !SourceTraits(of: "字\($0)a").contains(.privateUse) } == [])
  }

  @Test func marksAndReservedCharactersAreSeen() throws {
    #expect(SourceTraits(of: "字*字") == .emphasis)
    #expect(SourceTraits(of: "字~") == .emphasis)
    #expect(SourceTraits(of: "字\(EmphasisMending.mark)，").contains(.mark))
    for value in [0xFDD0, 0xFDD1] as [UInt32] {
      let scalar = try #require(Unicode.Scalar(value))
      #expect(SourceTraits(of: "，\(scalar)").contains(.reserved))
    }
  }

  @Test func chineseHoldsNothing() {
    let han = (0x4E00...0x9FFF).compactMap { Unicode.Scalar(UInt32($0)) }
    let marks = "，。、；：？！（）《》“”‘’…—·【】￥％＋１２Ａ\u{3000}# 0123456789.|-+/()[]\r\n`azé"
    let needy = (han + Array(marks.unicodeScalars)).filter { !SourceTraits(of: String($0)).isEmpty }
    #expect(needy == [])
  }
}
