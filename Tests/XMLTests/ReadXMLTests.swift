import TestSupport
import Testing
import XML

private func events(_ bytes: [UInt8]) -> (events: [XMLEvent], isWhole: Bool) {
  var events: [XMLEvent] = []
  let isWhole = readXML(bytes) { events.append($0) }
  return (events, isWhole)
}

private func events(_ text: String) -> (events: [XMLEvent], isWhole: Bool) {
  events(Array(text.utf8))
}

@Test func elementsAndTextsComeInTheirOrder() {
  let read = events(#"<a xmlns:b="urn:b"><b:c d="1">甲&amp;乙</b:c><e/></a>"#)
  #expect(read.isWhole)
  #expect(
    read.events == [
      .start(name: "a", namespace: ""), .start(name: "c", namespace: "urn:b"), .text("甲&乙"),
      .end(name: "c", namespace: "urn:b"), .start(name: "e", namespace: ""),
      .end(name: "e", namespace: ""), .end(name: "a", namespace: ""),
    ]
  )
}

@Test func whatIsCutOffIsNotWhole() {
  let whole = Array("<a><b>甲</b><c x='1'/></a>".utf8)
  for end in 0..<whole.count { #expect(!events(Array(whole[..<end])).isWhole, "cut off at \(end)") }
}

@Test(arguments: [
  "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>",
  "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>",
])
func documentTypesAreNotRead(_ text: String) {
  let read = events(text)
  #expect(!read.isWhole && read.events.isEmpty)
}

/// A byte that is no UTF-8, in names, values and namespaces alike.
@Test func bytesThatAreNoTextStopNothing() {
  let whole = Array(#"<甲 乙="丙" xmlns:a="urn:a"><a:b c="d">丁</a:b></甲>"#.utf8)
  for place in whole.indices {
    for byte: UInt8 in [0, 0x22, 0x3A, 0x3C, 0x80, 0xE4, 0xFF] {
      var changed = whole
      changed[place] = byte
      _ = events(changed)
    }
  }
  for seed in 0..<500 as Range<UInt64> {
    var random = SeededGenerator(seed: seed)
    _ = events((0..<200).map { _ in UInt8.random(in: 0...255, using: &random) })
  }
}
