import Archive
import Calendar
import Digests
import TestSupport
import Testing

/// What was destroyed is told for good, and nobody can change that unseen.
@Suite struct DestructionTests {
  private let folder: IndexFolder
  private let match: ArchiveMatch

  init() throws {
    folder = try IndexFolder()
    try folder.add(try holding("甲") { $0.title = "合同 <一>" })
    let code = try holding("甲").code
    match = try #require(try folder.index.match(code))
  }

  private func register(_ number: Int, after former: [UInt8]? = nil) throws -> DestructionRegister {
    DestructionRegister(
      number: number,
      former: former.map { Digest(of: $0) },
      list: Digest(of: [1]),
      destroyedOn: try #require(CivilDate(iso: "2057-02-03")),
      documents: [
        Destruction(
          of: match,
          approver: "王示例",
          approvedOn: try #require(CivilDate(iso: "2057-01-31"))
        )
      ]
    )
  }

  @Test func aRegisterIsReadAsItWasWritten() throws {
    let register = try register(7, after: [2])
    #expect(DestructionRegister(register.xml) == register)
    try expectGolden(String(decoding: register.xml, as: UTF8.self), "register.txt")
  }

  @Test func aRegisterTellsNothingOfPersons() throws {
    let text = String(decoding: try register(1).xml, as: UTF8.self)
    #expect(!text.contains("张示例") && text.contains("LD-2026-0001"))
  }

  @Test func damagedRegistersAreNone() throws {
    let bytes = try register(1).xml
    for end in stride(from: 0, to: bytes.count - 2, by: 7) {
      #expect(DestructionRegister(Array(bytes[..<end])) == nil, "cut off at \(end)")
    }
    for seed in 0..<200 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      var changed = bytes
      let place = Int.random(in: changed.indices, using: &random)
      changed[place] = UInt8.random(in: 0...255, using: &random)
      _ = DestructionRegister(changed)
    }
  }

  @Test func registersFollowOneAnother() throws {
    let first = try register(1).xml
    let second = try register(2, after: first).xml
    let third = try register(3, after: second).xml
    #expect(registerFindings([(1, first), (2, second), (3, third)]) == [])
    #expect(registerFindings([(1, first), (3, third)]) == [.missing(number: 2)])
    #expect(registerFindings([(2, second)]) == [.missing(number: 1)])
    let other = Array(String(decoding: second, as: UTF8.self).replacing("王", with: "李").utf8)
    #expect(registerFindings([(1, first), (2, other), (3, third)]) == [.changed(number: 2)])
    #expect(registerFindings([(1, first), (2, [])]) == [.unreadable(number: 2)])
    #expect(registerFindings([(1, second)]) == [.unreadable(number: 1)])
  }

  @Test func theIndexTellsWhatWasDestroyed() throws {
    let (code, index) = (match.code, folder.index)
    let register = try register(1)
    try index.add([register])
    let found = try #require(try index.destroyed(code: String(code.prefix(5))).first)
    #expect(found.document == register.documents[0])
    #expect(found.destroyedOn == "2057-02-03" && found.register == 1)
    #expect(try index.destroyed(among: [code, "0000000000000000"]) == [code])
    // It is still there, as a backup that was put back would be.
    #expect(try index.returned() == [code])
  }
}
