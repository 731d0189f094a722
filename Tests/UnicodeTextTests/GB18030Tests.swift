import Testing
import UnicodeText

@Test func textInGB18030BecomesUTF8() {
  guard case .text(let text) = decodeGB18030([0xD0, 0xD5, 0x61, 0xC3, 0xFB]) else {
    Issue.record("refused")
    return
  }
  #expect(text == Array("姓a名".utf8))
}

@Test func bytesThatAreNoGB18030AreRefusedNearTheirPlace() {
  guard case .refused(let offset) = decodeGB18030([0x61, 0x62, 0xFF, 0x63]) else {
    Issue.record("accepted")
    return
  }
  #expect((2...3).contains(offset))
}

@Test func aCutCharacterIsRefused() {
  guard case .refused = decodeGB18030([0xD0, 0xD5, 0xC3]) else {
    Issue.record("accepted")
    return
  }
}
