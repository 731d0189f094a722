import Geometry

extension ObjectFile {
  /// Writes what is seen of a signature as a form of its own (ISO 32000-1 §8.10), and returns it.
  ///
  /// A viewer stretches its box to the field (§12.5.5), so the box takes the shape of the field, whose sides are `room`.
  func add(
    appearance mark: SignatureMark?,
    room: (width: Double, height: Double),
    resources: Reference,
    fonts: PDFFonts,
    uses: inout FontUses
  ) throws(PDFFailure) -> Reference {
    let content = try ContentStream.bytes(
      of: mark?.items ?? [],
      pageHeight: mark?.size.height ?? .zero,
      fonts: fonts,
      uses: &uses
    )
    let box = signatureBox(of: mark?.size, in: room)
    return try add(form: content, box: box, resources: .reference(resources))
  }

  /// Writes what is seen of a signature under a seal.
  func add(
    appearance overlay: Overlay,
    room: (width: Double, height: Double)
  ) throws(PDFFailure) -> Reference {
    try add(
      form: Array(Overlay.painting.utf8),
      box: signatureBox(of: overlay.size, in: room),
      resources: .dictionary(overlay.resources)
    )
  }

  /// Writes a seal, to be painted where it stands.
  func add(
    overlay mark: SignatureMark,
    resources: Reference,
    fonts: PDFFonts,
    uses: inout FontUses
  ) throws(PDFFailure) -> Overlay {
    let content = try ContentStream.bytes(
      of: mark.items,
      pageHeight: mark.size.height,
      fonts: fonts,
      uses: &uses
    )
    let form = try add(
      form: content,
      box: [0, 0, mark.size.width / .pt(1), mark.size.height / .pt(1)],
      resources: .reference(resources),
      // The seal is mixed with the page as a whole (ISO 32000-1 §11.6.6).
      group: ["S": .name("Transparency"), "CS": .name("DeviceRGB"), "I": true]
    )
    return Overlay(form: form, size: mark.size)
  }

  private func add(
    form content: [UInt8],
    box: [Double],
    resources: Value,
    group: Value? = nil
  ) throws(PDFFailure) -> Reference {
    var entries: Entries = [
      "Type": .name("XObject"),
      "Subtype": .name("Form"),
      "BBox": .array(box.map { .number(Number($0)) }),
      "Resources": resources,
    ]
    entries.add("Group", group)
    return try add(stream: content, entries, recurs: true)
  }
}

/// Returns the box with a mark of `size` in its middle that has the shape of `room`; left, bottom, right, top in points.
private func signatureBox(
  of size: Size?,
  in room: (width: Double, height: Double)
) -> [Double] {
  guard let size, room.width > 0, room.height > 0 else {
    return [0, 0, room.width, room.height]
  }
  let (width, height) = (size.width / .pt(1), size.height / .pt(1))
  let scale = min(room.width / width, room.height / height)
  let (left, bottom) = ((room.width / scale - width) / 2, (room.height / scale - height) / 2)
  return [-left, -bottom, width + left, height + bottom]
}
