import Certificates
import Testing

@Test(
  arguments: [
    (0, [0x02, 0x01, 0x00]), (127, [0x02, 0x01, 0x7F]), (128, [0x02, 0x02, 0x00, 0x80]),
    (256, [0x02, 0x02, 0x01, 0x00]),
    (UInt64.max, [0x02, 0x09, 0x00, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF]),
  ] as [(UInt64, [UInt8])]
)
func integersTakeAsFewBytesAsTheirSignAllows(_ number: UInt64, _ encoding: [UInt8]) {
  #expect(DER.integer(number) == encoding)
}

@Test(arguments: [0, 1, 127, 128, 255, 256, 65_535, 65_536])
func whatIsWrittenIsRead(_ count: Int) throws {
  let content = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
  let value = try DERValue(DER.octets(content))
  #expect(value.tag == 0x04)
  #expect(value.bytes == content)
}

@Test func theMembersOfASetAreSortedByTheirBytes() {
  #expect(DER.set([[5, 0], [2, 1, 9]]) == [0x31, 5, 2, 1, 9, 5, 0])
}

@Test(arguments: ObjectIdentifier.allCases)
func identifiersComeBackFromTheirEncoding(_ identifier: ObjectIdentifier) throws {
  #expect(try DERValue(DER.identifier(identifier)).identifier == identifier)
}

@Test func anIdentifierIsEncodedInGroupsOfSevenBits() {
  #expect(ObjectIdentifier.rsa.encoding == [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01])
}

@Test(
  arguments: [
    ("nothing", []), ("no length", [0x30]), ("too little", [0x04, 2, 1]),
    ("too much", [0x04, 1, 1, 1]),
    ("an open end, which is BER", [0x30, 0x80, 0, 0]),
    ("a length of five bytes", [4, 0x85, 0, 0, 0, 0, 1, 1]),
    ("a long tag", [0x1F, 0x81, 1, 0]),
    ("a length beyond everything", [4, 0x84, 0xFF, 0xFF, 0xFF, 0xFF]),
  ] as [(String, [UInt8])]
)
func whatIsNoDERIsRefused(_ what: String, _ bytes: [UInt8]) {
  #expect(throws: CertificateFailure.malformed, "\(what)") { try DERValue(bytes) }
}

@Test func aSimpleValueHasNoParts() throws {
  let value = try DERValue(DER.octets([1]))
  #expect(throws: CertificateFailure.malformed) { try value.parts() }
}

@Test func deepNestingCostsNothingUntilItIsAskedFor() throws {
  var bytes: [UInt8] = []
  for _ in 0..<10_000 { bytes = DER.value(0x30, bytes) }
  #expect(try DERValue(bytes).parts().count == 1)
}
