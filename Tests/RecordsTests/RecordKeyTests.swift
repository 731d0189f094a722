import Testing

@testable import Records

@Test func recordKeysAreNumberedAsTheReaderCountsThem() {
  #expect(RecordKey.allCases.map { Int($0.rawValue) } == Array(1...RecordKey.allCases.count))
  #expect(RecordKey.names.count == Set(RecordKey.names).count)
  #expect(RecordKey.id.spelling == "id")
  #expect(RecordKey.canManageAgents.spelling == "canManageAgents")
}

@Test func anObjectKnowsItsKeysAndNoOthers() {
  let keys: KnownKeys = [.id, .sex, .label, .schema]
  let known = RecordKey.allCases.filter { keys.contains($0.rawValue) }
  #expect(known == [.id, .sex, .schema, .label])
  #expect(!keys.contains(0))
  #expect(keys.names == ["id", "sex", "label", "schema"])
}
