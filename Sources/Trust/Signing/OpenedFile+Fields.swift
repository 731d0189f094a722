import Geometry
import PDF
import PDFFiles

/// A signature field of a file.
struct FoundField {
  let reference: PDFReference
  let entries: [String: PDFValue]

  /// The sides of the place on its page in points; nothing where it is not seen.
  var room: (width: Double, height: Double)? {
    let (width, height) = (abs(corners[2] - corners[0]), abs(corners[3] - corners[1]))
    return width > 0 && height > 0 ? (width, height) : nil
  }

  /// Left, bottom, right and top of the place on its page in points; nowhere when the file does not say it.
  private var corners: [Double] {
    let corners = (entries["/Rect"]?.elements ?? []).compactMap(\.number)
    return corners.count == 4 ? corners : [0, 0, 0, 0]
  }

  /// The corners of `seal` around the middle of the place.
  func corners(around seal: SignatureMark) -> PDFValue {
    let (width, height) = seal.room
    let (x, y) = ((corners[0] + corners[2]) / 2, (corners[1] + corners[3]) / 2)
    return .array(
      [x - width / 2, y - height / 2, x + width / 2, y + height / 2].map { corner in
        .real(String((corner * 1000).rounded() / 1000))
      }
    )
  }

  /// The left bottom corner and the size of the place that is kept free for a caption, in points.
  var captionPlace: (left: Double, bottom: Double, width: Double, height: Double)? {
    let corners = (entries["/\(SignatureField.captionKey)"]?.elements ?? []).compactMap(\.number)
    guard corners.count == 4 else { return nil }
    return (corners[0], corners[1], corners[2] - corners[0], corners[3] - corners[1])
  }

  /// Whether somebody signed there.
  var isSigned: Bool { entries["/V"].map { $0 != .null } ?? false }
}

extension OpenedFile {
  /// Returns the topmost signature field called `name`.
  func field(named name: String) throws(SigningFailure) -> FoundField? {
    for case let reference? in try fields().map(\.reference) {
      guard let entries = try object(reference).entries,
        entries["/FT"] == .name("/Sig"), entries["/T"]?.string.map(text) == name
      else { continue }
      return FoundField(reference: reference, entries: entries)
    }
    return nil
  }

  /// The form's topmost fields.
  func fields() throws(SigningFailure) -> [PDFValue] {
    try resolve(form["/Fields"]).elements ?? []
  }

  /// The page that gets further fields: one that has a signature field already, else the first.
  ///
  /// A tagged page with annotations says in which order they are visited (ISO 14289-1 §7.18.3); one that has a field
  /// says so already, and need not be changed for it.
  func pageForFields() throws(SigningFailure) -> PDFReference {
    for field in try fields() {
      guard let entries = try resolve(field).entries, entries["/FT"] == .name("/Sig"),
        let page = entries["/P"]?.reference, try object(page).entries?["/Type"] == .name("/Page")
      else { continue }
      return page
    }
    return try firstPage()
  }

  private func firstPage() throws(SigningFailure) -> PDFReference {
    var next = catalog["/Pages"]
    // The tree of pages may not lead in a circle for longer than any has branches.
    for _ in 0..<50 {
      guard let reference = next?.reference, let entries = try object(reference).entries else {
        break
      }
      guard let kids = try resolve(entries["/Kids"]).elements else { return reference }
      next = kids.first
    }
    throw .file(.unreadable(reason: "pages"))
  }

  /// Whether earlier signatures allow no more of them (ISO 32000-1 §12.8.2.2).
  func isLocked() throws(SigningFailure) -> Bool {
    let permissions = try resolve(catalog["/Perms"]).entries
    guard let author = try resolve(permissions?["/DocMDP"]).entries,
      let rules = try resolve(author["/Reference"]).elements?.first,
      let parameters = try resolve(resolve(rules).entries?["/TransformParams"]).entries
    else { return false }
    return parameters["/P"] == .integer(1)
  }

  func object(_ reference: PDFReference) throws(SigningFailure) -> PDFValue {
    do throws(PDFFileFailure) { return try file.object(reference) } catch { throw .file(error) }
  }

  func resolve(_ value: PDFValue?) throws(SigningFailure) -> PDFValue {
    do throws(PDFFileFailure) { return try file.resolve(value) } catch { throw .file(error) }
  }

  /// Text of a string in plain characters or UTF-16BE.
  private func text(_ bytes: [UInt8]) -> String {
    guard bytes.starts(with: [0xFE, 0xFF]) else { return String(decoding: bytes, as: UTF8.self) }
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map {
      UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
    }
    return String(decoding: units, as: UTF16.self)
  }
}
