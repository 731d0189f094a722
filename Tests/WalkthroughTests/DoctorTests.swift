import Foundation
import TestSupport
import Testing

/// What the doctor says of ailing projects, in English: only fonts keep their Chinese names.
@Suite struct DoctorTests {
  private let folder: TemporaryFolder

  /// A project with the forms and the list of fonts of the house, and with none but its own font files.
  init() throws {
    folder = try TemporaryFolder()
    try folder.write(DoctorTests.houseList(), to: "fonts/fonts.yaml")
    let forms = TinyProject.checkout.appending(path: "content/forms")
    try FileManager.default.createDirectory(
      at: folder.file("content"),
      withIntermediateDirectories: true
    )
    try FileManager.default.copyItem(at: forms, to: folder.file("content/forms"))
  }

  @Test func whatIsMissingIsToldInEnglish() throws {
    let run = try doctor()
    #expect(run.status == 1 && run.complaints.isEmpty)
    expectEnglish(
      run,
      saying: [
        "✗ 宋体 (regular) has no usable font", "run sudo apt install fonts-noto-cjk",
        "✗ 仿宋 (bold) has no usable font",
        "run sudo apt install texlive-lang-chinese or fonts-lxgw-wenkai",
        "fallback font SimSun-ExtB is not installed, so rare characters may be missing",
        "level 2 standard characters (other planes)  0/196", "and others, 42711 in all",
        "✓ contract  labour contract\n",
      ]
    )
  }

  @Test func whyFontsAreNotTakenIsToldInEnglish() throws {
    let kai = try installedFont("LXGWWenKai-Regular.ttf")
    try add(kai, as: "kai.ttf")
    let sans = try installedFont("DejaVuSans.ttf")
    for (name, permissions) in [("no.ttf", 0x2), ("bitmaps.ttf", 0x200), ("whole.ttf", 0x100)] {
      try add(permitting(permissions, sans), as: name)
    }
    try add(hiding("cmap", of: sans), as: "mapless.ttf")
    try add(hiding("glyf", of: sans), as: "hollow.ttf")
    try add(Data("text".utf8), as: "text.ttf")
    let names = ["no.ttf", "bitmaps.ttf", "whole.ttf", "mapless.ttf", "hollow.ttf"]
    let candidates = names.map { "    - names: [\($0)]\n" }.joined()
    let list = try folder.text(of: "fonts/fonts.yaml")
    try folder.write(
      list.replacing("  宋体:\n", with: "  宋体:\n" + candidates),
      to: "fonts/fonts.yaml"
    )
    let refusals = [
      "its licence forbids embedding (fsType 2)", "its licence allows bitmaps only (fsType 0x200)",
      "its licence forbids subsets (fsType 0x100)",
      "the file is damaged, or has no character map",
      "it has neither TrueType nor CFF outlines",
    ]
    expectEnglish(
      try doctor(),
      saying: refusals.map { "! DejaVu Sans is not taken: \($0)" } + [
        "text.ttf is no font file, or cannot be read",
        "楷体 (bold) uses LXGW WenKai: without a bold face the regular one is taken",
        "仿宋 (regular) uses LXGW WenKai: no Fangsong font is installed, so Kai stands in for it",
        "run sudo apt install texlive-lang-chinese\n", "missing U+",
      ]
    )
  }

  @Test(arguments: [
    ("families: {}", "the list of fonts has no family"),
    ("families: {宋体: [{names: []}]}", "found “a list”; expected: at least one name of a font"),
    ("families: {宋体: [{names: [a], covers: [1-z]}]}", "30000-323AF"),
    ("families: {宋体: [{nmes: [a]}]}", "names"),
    ("families: [宋体]", "a mapping is expected here; found “a list”"),
    ("families: [", "wrong YAML"),
  ])
  func aListThatCannotBeUsedIsRefusedInEnglish(_ list: String, _ complaint: String) throws {
    try folder.write(list, to: "fonts/fonts.yaml")
    let run = try doctor()
    #expect(run.status != 0)
    expectEnglish(run, saying: [complaint])
  }

  private func doctor() throws -> Program.Outcome {
    try Program.mingce.run(["doctor", "--lang", "en"], in: folder.url)
  }

  private func expectEnglish(
    _ run: Program.Outcome,
    saying sentences: [String],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for sentence in sentences {
      #expect(run.said.contains(sentence), "\(run.said)", sourceLocation: sourceLocation)
    }
    let words = ["宋体", "黑体", "楷体", "仿宋"].reduce(run.said) { $0.replacing($1, with: "") }
    let chinese = words.split(separator: "\n").filter { line in
      line.contains(where: isChinese)
    }
    #expect(chinese == [], sourceLocation: sourceLocation)
  }

  private func isChinese(_ character: Character) -> Bool {
    character.unicodeScalars.contains(where: \.properties.isIdeographic)
      || "，。；：（）、".contains(character)
  }

  /// The house's list of fonts without the folders of the system.
  private static func houseList() throws -> String {
    let file = TinyProject.checkout.appending(path: "fonts/fonts.yaml")
    return try String(contentsOf: file, encoding: .utf8)
      .replacing(#/folders:\n(?:  - .+\n)+/#, with: "folders: []\n")
  }

  private func installedFont(_ name: String) throws -> Data {
    let path = try #require(TestFonts.files.first { $0.hasSuffix("/\(name)") })
    return try Data(contentsOf: URL(filePath: path))
  }

  private func add(_ font: Data, as name: String) throws {
    let place = folder.file("fonts/local/\(name)")
    try FileManager.default.createDirectory(
      at: place.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try font.write(to: place)
  }

  /// Returns `font` with the embedding permissions `bits` (OS/2 fsType).
  private func permitting(_ bits: Int, _ font: Data) throws -> Data {
    let entry = try directoryEntry(of: "OS/2", in: font)
    let table = font[entry + 8..<entry + 12].reduce(0) { $0 << 8 | Int($1) }
    var font = font
    font[table + 8] = UInt8(bits >> 8)
    font[table + 9] = UInt8(bits & 0xFF)
    return font
  }

  /// Returns `font` with its table `tag` under a name that nobody looks for.
  private func hiding(_ tag: String, of font: Data) throws -> Data {
    var font = font
    font[try directoryEntry(of: tag, in: font) + 3] = UInt8(ascii: "~")
    return font
  }

  private func directoryEntry(of tag: String, in font: Data) throws -> Int {
    try #require(
      stride(from: 12, to: 12 + Int(font[5]) * 16, by: 16).first {
        font[$0..<$0 + 4].elementsEqual(tag.utf8)
      }
    )
  }
}
