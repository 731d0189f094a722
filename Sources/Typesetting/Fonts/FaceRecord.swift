import CHarfBuzz
import Styling

/// What is known of an installed face before it is opened for shaping.
struct FaceRecord {
  /// The path of its file.
  var file: String
  /// Its place in the file, from 0.
  var index: Int
  /// Its family names in every language (nameID 1 and 16), folded for comparison.
  var familyNames: Set<String>
  /// Its full and PostScript names in every language (nameID 4 and 6), folded for comparison.
  var faceNames: Set<String>
  /// Its name for people, such as `Noto Serif CJK SC Bold`.
  var fullName: String
  /// The PostScript name, free of anything that a PDF name could not hold.
  var postScriptName: String
  /// The weight class (OS/2 usWeightClass), 400 for regular and 700 for bold.
  var weight: Int
  /// Whether it slants.
  var isItalic: Bool
  /// The embedding permissions (OS/2 fsType).
  var embedding: Int

  /// Reads the record of the face at `index` of `file` from its name, OS/2 and head tables.
  init(file: FontFile, index: Int) {
    let face = FontFace(file: file, index: index)
    let names = FaceNames(of: face)
    let os2 = face.table(fontTag("OS/2"))
    let head = face.table(fontTag("head"))
    let style = head.uint16(at: 44) ?? 0
    let selection = os2.uint16(at: 62) ?? 0
    self.file = file.path
    self.index = index
    familyNames = Set(names.families.map(folded))
    faceNames = Set(names.faces.map(folded))
    let fileName = file.path.split(separator: "/").last.map(String.init) ?? file.path
    fullName = names.fullName ?? fileName
    postScriptName = pdfSafeName(names.postScriptName ?? fileName)
    weight = weightClass(os2.uint16(at: 4), isBold: style & 1 != 0)
    isItalic = style & 2 != 0 || selection & 0x201 != 0
    embedding = os2.uint16(at: 8) ?? 0
  }

  /// The reason in Chinese why the licence bits forbid a subset in a document, or nothing.
  ///
  /// OpenType 1.9, OS/2 fsType: 2 restricted, 0x100 no subsetting, 0x200 bitmaps only.
  var licenceObstacle: String? {
    if embedding & 0xF == 2 { return "字体许可禁止嵌入文档（fsType 2）" }
    if embedding & 0x200 != 0 { return "字体许可只允许嵌入点阵（fsType 0x200）" }
    if embedding & 0x100 != 0 { return "字体许可禁止取子集嵌入（fsType 0x100）" }
    return nil
  }
}

/// Returns `name` as names are compared: in lower case, without spaces around it.
func folded(_ name: String) -> String {
  let lower = name.lowercased()
  // Hundreds of names are folded at every start, and hardly any has a space at an end.
  guard lower.utf8.first == 0x20 || lower.utf8.last == 0x20 else { return lower }
  let name = lower.drop { $0 == " " }
  return String(name.reversed().drop { $0 == " " }.reversed())
}

/// Returns the weight class, mended where old fonts write 4 for 400 or nothing at all.
private func weightClass(_ value: Int?, isBold: Bool) -> Int {
  switch value {
  case .some(let value) where (1...9).contains(value): value * 100
  case .some(let value) where (10...1000).contains(value): value
  default: isBold ? 700 : 400
  }
}

/// Returns `name` with only the characters that a PostScript name may hold (OpenType 1.9, nameID 6).
private func pdfSafeName(_ name: String) -> String {
  let kept = name.unicodeScalars.filter { scalar in
    (33...126).contains(scalar.value) && !"[](){}<>/%".unicodeScalars.contains(scalar)
  }
  let safe = String(String.UnicodeScalarView(kept).prefix(63))
  return safe.isEmpty ? "Unnamed" : safe
}
