public import Geometry
public import Pages

/// A place for a signature: what is stamped or signed there, and by whom (ISO 32000-1 §12.7.4.5).
public struct SignatureField: Sendable {
  /// The field's name, which is that of the stamp place on the page, such as `employer`; without such a place it is there
  /// all the same, but not seen.
  public var name: String
  /// What the place is for, in words for those who listen (ISO 14289-1 §7.18.1).
  public var label: String
  /// How large it is; a seal has the middle of the stamp place as its own, all else begins there, so that the words in
  /// front of it stay readable.
  public var size: Size
  /// What is seen there; an empty place waits for its signer.
  public var mark: SignatureMark?
  /// What is printed beside a seal where nothing is covered, such as when it was signed.
  public var caption: SignatureMark?
  /// How large a caption is that somebody prints later, who seals the file as it is: a place is kept free for it.
  public var captionRoom: Size?
  /// The signature that is left room for; nothing when the place stays open.
  public var signature: SignatureFacts?
  /// The sides of the paper where slices of its mark, a seal, stand across the edges (骑缝章); nothing for no slices.
  public var seam: SealSlices.Sides?
  /// Whether it has the middle of the stamp place as its own, as a seal has, and not its beginning.
  public var isCentred: Bool

  /// Creates a place; that of a seal is centred.
  public init(
    name: String,
    label: String,
    size: Size,
    mark: SignatureMark? = nil,
    caption: SignatureMark? = nil,
    captionRoom: Size? = nil,
    signature: SignatureFacts? = nil,
    seam: SealSlices.Sides? = nil,
    isCentred: Bool = false
  ) {
    self.isCentred = isCentred || mark?.isSeal == true
    self.name = name
    self.label = label
    self.size = size
    self.mark = mark
    self.caption = caption
    self.captionRoom = captionRoom
    self.signature = signature
    self.seam = seam
  }
}

extension SignatureField {
  /// The name under which the widget of an open place tells where its caption belongs: a name for private use
  /// (ISO 32000-1 annex E.2), with left, bottom, right and top in points.
  public static let captionKey = "XXCaption"
}

/// What is seen of a signature: items with their places counted from the top left corner of the mark.
public struct SignatureMark: Sendable {
  /// How large it is.
  public var size: Size
  /// What it is painted of.
  public var items: [PageItem]
  /// Whether it is a seal, which lies over its place like ink on paper: what stands below stays readable.
  public var isSeal: Bool

  /// How wide and high it is in points.
  public var room: (width: Double, height: Double) { (size.width / .pt(1), size.height / .pt(1)) }

  /// Creates a mark.
  public init(size: Size, items: [PageItem], isSeal: Bool = false) {
    self.size = size
    self.items = items
    self.isSeal = isSeal
  }
}

/// What a signature says of itself in the clear (ISO 32000-1 table 252).
public struct SignatureFacts: Sendable, Hashable {
  /// What kind of signature it is.
  public enum Kind: Sendable, Hashable {
    /// The author's: of later changes only filling of forms and signatures are allowed (DocMDP 2, §12.8.2.2).
    case certification
    /// Another person's.
    case approval
    /// The time stamp of the whole file (ETSI EN 319 142-1 §5.4.3).
    case documentTimeStamp
  }

  /// What kind it is.
  public var kind: Kind
  /// Who signs.
  public var name: String?
  /// When, as `2026-11-26T20:17:18+08:00`; a time stamp says it itself.
  public var stamp: String?
  /// How many bytes the signature may take.
  public var room: Int

  /// Creates the facts.
  public init(kind: Kind, name: String? = nil, stamp: String? = nil, room: Int) {
    self.kind = kind
    self.name = name
    self.stamp = stamp
    self.room = room
  }
}

/// Where in a file a signature is to be filled in, in bytes from the start.
public struct SignaturePlace: Sendable, Hashable {
  /// Where the four numbers of the byte range stand, brackets included.
  public var byteRange: Range<Int>
  /// Where the hexadecimal digits stand, angle brackets included; this is all that is not signed.
  public var contents: Range<Int>

  /// The place in a file that has `offset` bytes in front of it.
  func moved(by offset: Int) -> SignaturePlace {
    SignaturePlace(
      byteRange: byteRange.lowerBound + offset..<byteRange.upperBound + offset,
      contents: contents.lowerBound + offset..<contents.upperBound + offset
    )
  }
}
