import Geometry
import Pages

/// An area of a page that leads elsewhere (ISO 32000-1 §12.5.6.5).
struct LinkAnnotation {
  /// Where a link leads.
  enum Target: Sendable, Hashable {
    /// To an address on the web.
    case address(String)
    /// To a place of this file, by the bytes of its name.
    case destination([UInt8])
  }

  /// Where it leads.
  let target: Target
  private let area: Rectangle

  /// Creates the annotation of `link` on a page of the given section.
  init(_ link: LinkArea, section: Int) {
    area = link.area
    if link.destination.hasPrefix("#") {
      let id = String(link.destination.dropFirst())
      target = .destination(Destinations.name(of: id, section: section))
    } else {
      target = .address(LinkAnnotation.ascii(link.destination))
    }
  }

  /// Returns the annotation's dictionary, printable and without a visible border.
  ///
  /// In a tagged file `tag` is its number in the parent tree, and the words that say where it leads.
  func dictionary(pageHeight: Length, tag: (key: Int, words: String)?) -> Value {
    var entries: Entries = [
      "Type": .name("Annot"),
      "Subtype": .name("Link"),
      "Rect": [
        .number(Number(area.left)), .number(Number(pageHeight - area.bottom)),
        .number(Number(area.right)), .number(Number(pageHeight - area.top)),
      ],
      "Border": [0, 0, 0],
      // Bit 3 of ISO 32000-1 table 165: print, neither hidden nor without view.
      "F": 4,
    ]
    switch target {
    case .address(let address):
      if tag == nil { entries.add("Contents", .text(address)) }
      entries.add("A", ["S": .name("URI"), "URI": .bytes(Array(address.utf8))])
    case .destination(let name):
      entries.add("Dest", .bytes(name))
    }
    entries.add("Contents", tag.map { .text($0.words) })
    entries.add("StructParent", tag.map { .integer($0.key) })
    return .dictionary(entries)
  }

  /// Returns `address` in 7-bit characters, as ISO 32000-1 §12.6.4.7 asks: the rest becomes `%hh` of its UTF-8 bytes.
  private static func ascii(_ address: String) -> String {
    address.utf8.map { byte in
      guard !(0x21...0x7E).contains(byte) else { return String(UnicodeScalar(byte)) }
      return "%" + String(Int(byte) + 256, radix: 16, uppercase: true).dropFirst()
    }.joined()
  }
}
