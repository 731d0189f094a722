public import Geometry
public import Pages

/// Content that is put above what stands on a page, and the objects that it names.
public struct PageAddition: Sendable, Hashable {
  /// The kind and the name of an object as resources have it, without solidus (ISO 32000-1 §7.8.3).
  public struct Name: Sendable, Hashable {
    /// The kind, such as `XObject`.
    public var kind: String
    /// The name.
    public var name: String
  }

  /// The number of the content stream.
  public var content: Int
  /// The numbers of the objects that it names.
  public var names: [Name: Int]
}

extension PDFUpdate {
  /// Writes content that shows `slice` of a `seal` on a page; it is decoration.
  ///
  /// The same seal is written once for all that shows it.
  public func add(
    _ slice: SealSlices.Slice,
    of seal: SignatureMark,
    paperHeight: Length
  ) throws(PDFFailure) -> PageAddition {
    let overlay = try overlay(of: seal)
    let content = overlay.painting(slice, paperHeight: paperHeight)
    return PageAddition(
      content: try file.add(stream: content).number,
      names: [
        PageAddition.Name(kind: "ExtGState", name: "Over"): try mixing().number,
        PageAddition.Name(kind: "XObject", name: "Seal"): overlay.form.number,
      ]
    )
  }

  /// Writes content that shows the `caption` of a seal with its bottom left corner at this place, in points; it is
  /// decoration.
  public func add(
    caption: SignatureMark,
    left: Double,
    bottom: Double
  ) throws(PDFFailure) -> PageAddition {
    let form = try add(appearance: caption, room: caption.room)
    var content = ByteBuffer()
    content.append("/Artifact BMC\nq\n1 0 0 1 ")
    content.append(operands: Number(left), Number(bottom))
    content.append("cm\n/Caption Do\nQ\nEMC\n")
    return PageAddition(
      content: try file.add(stream: content.bytes).number,
      names: [PageAddition.Name(kind: "XObject", name: "Caption"): form]
    )
  }
}
