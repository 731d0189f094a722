import Geometry
import Pages

/// A seal that is laid over a page like ink on paper: colours are multiplied, so that what stands below stays readable
/// (ISO 32000-1 §11.3.5.2).
struct Overlay {
  /// The form that is painted, from its bottom left corner.
  let form: Reference
  /// How large it is.
  let size: Size

  /// What paints it where the origin is.
  static let painting = "/Over gs /Seal Do\n"

  /// How colours are mixed.
  static let mixing: Value = ["Type": .name("ExtGState"), "BM": .name("Multiply")]

  /// What the painting names.
  var resources: Entries {
    ["ExtGState": ["Over": Overlay.mixing], "XObject": ["Seal": .reference(form)]]
  }

  /// Returns the content that shows `slice` of the seal on a page; it is decoration (§14.8.2.2).
  func painting(_ slice: SealSlices.Slice, paperHeight: Length) -> [UInt8] {
    let (window, corner) = (slice.window, slice.corner)
    var content = ByteBuffer()
    content.append("/Artifact BMC\nq\n")
    content.append(
      operands: Number(window.left),
      Number(paperHeight - window.bottom),
      Number(window.size.width),
      Number(window.size.height)
    )
    content.append("re W n\n1 0 0 1 ")
    content.append(
      operands: Number(corner.x),
      Number(paperHeight - corner.y - size.height)
    )
    content.append("cm\n\(Overlay.painting)Q\nEMC\n")
    return content.bytes
  }
}
