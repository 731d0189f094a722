import Diagnostics
import Geometry
import Seals
import TestSupport
import Testing

private func characters(_ name: String) throws -> [String] {
  let seal = try drawSeal(
    SealDesign(kind: .personal, name: name),
    fonts: try TestFonts.library()
  )
  return seal.parts.dropFirst().map { String($0.name.dropFirst("name ".count)) }
}

@Test(
  arguments: [
    ("赵示", "赵示之印"), ("赵示例", "赵示例印"), ("欧阳示例", "欧阳示例"), ("阿力木江示", "阿力木江示印"),
    ("买买提·阿力", "买买提阿力印"),
  ]
)
func aNameIsFilledUpToColumnsOfOneLength(_ name: String, _ expected: String) throws {
  #expect(try characters(name).joined() == expected)
}

@Test(arguments: ["赵", "阿卜杜热合曼江"])
func aNameThatIsTooShortOrTooLongIsRefused(_ name: String) {
  #expect(SealDesign(kind: .personal, name: name).problems.map(\.code) == ["seal.name"])
}

@Test func theRightColumnComesFirstAndNothingLeavesTheFrame() throws {
  let seal = try drawSeal(
    SealDesign(kind: .personal, name: "国国国国"),
    fonts: try TestFonts.library()
  )
  let boxes = seal.parts.dropFirst().compactMap(\.path.bounds)
  #expect(boxes[0].left > boxes[2].right && boxes[0].bottom < boxes[1].top)
  let inside = Rectangle(x: .mm(1), y: .mm(1), width: .mm(18), height: .mm(18))
  #expect(boxes.allSatisfy(inside.contains))
}
