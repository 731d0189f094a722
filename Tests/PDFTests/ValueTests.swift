import Testing

@testable import PDF

@Suite struct ValueTests {
  private func written(_ value: Value) throws -> String {
    var buffer = ByteBuffer()
    try buffer.append(value)
    return String(decoding: buffer.bytes, as: UTF8.self)
  }

  @Test("simple values are written as the standard spells them")
  func simple() throws {
    #expect(try written(true) == "true")
    #expect(try written(.null) == "null")
    #expect(try written(-12) == "-12")
    #expect(try written(.number(Number(thousandths: 500))) == "0.5")
    #expect(try written(.reference(Reference(number: 12))) == "12 0 R")
    #expect(try written([1, .name("Fit"), [2]]) == "[1 /Fit [2]]")
    #expect(try written(["A": 1, "B": ["C": false]]) == "<<\n/A 1\n/B <<\n/C false\n>>\n>>")
    #expect(try written(["Kids": []]) == "<<\n/Kids []\n>>")
  }

  @Test("glyph numbers have four hexadecimal digits")
  func hexadecimal() {
    for number: UInt16 in [0, 9, 10, 15, 16, 0x9A, 0xA9, 0xFFF, 0x1234, 0x90AF, 0xFFFF] {
      var buffer = ByteBuffer()
      buffer.append(hex: number)
      let digits = String(number, radix: 16, uppercase: true)
      let padded = String(repeating: "0", count: 4 - digits.count) + digits
      #expect(String(decoding: buffer.bytes, as: UTF8.self) == padded)
    }
  }

  @Test("a long array is broken into lines")
  func longArray() throws {
    let lines = try written(.array((0..<45).map { .integer($0) })).split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[1].hasPrefix("20 21"))
  }

  @Test(
    "names escape what is not regular",
    arguments: [
      ("Type", "/Type"), ("A B", "/A#20B"), ("A#B", "/A#23B"), ("(x)", "/#28x#29"),
      ("a/b", "/a#2Fb"), ("名", "/#E5#90#8D"),
    ]
  )
  func names(name: String, text: String) throws {
    #expect(try written(.name(name)) == text)
  }

  @Test(
    "text is plain where it is ASCII, else UTF-16 with its mark",
    arguments: [
      ("Mingce", "(Mingce)"), ("a(b)c\\", "(a\\(b\\)c\\\\)"), ("", "()"),
      ("名册", "<FEFF540D518C>"), ("𠮷", "<FEFFD842DFB7>"), ("a\n", "<FEFF0061000A>"),
      ("é", "<FEFF00E9>"),
    ]
  )
  func texts(text: String, written expected: String) throws {
    #expect(try written(.text(text)) == expected)
  }

  @Test("bytes that do not print are hexadecimal")
  func bytes() throws {
    #expect(try written(.bytes([0, 0xAB, 0x0F])) == "<00AB0F>")
    #expect(try written(.bytes(Array("s:a".utf8))) == "(s:a)")
  }

  @Test("limits of readers are failures, up to the last byte allowed")
  func limits() throws {
    let longest = [UInt8](repeating: 65, count: 32_767)
    #expect(try written(.bytes(longest)).utf8.count == 32_769)
    #expect(throws: PDFFailure.self) { try written(.bytes(longest + [65])) }
    // Two bytes a character, and two for the mark.
    #expect(throws: PDFFailure.self) { try written(.text(String(repeating: "名", count: 16_383))) }
    _ = try written(.text(String(repeating: "名", count: 16_382)))
    _ = try written(.name(String(repeating: "n", count: 127)))
    #expect(throws: PDFFailure.self) { try written(.name(String(repeating: "n", count: 128))) }
  }
}
