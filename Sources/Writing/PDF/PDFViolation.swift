public import Diagnostics
public import Pages

/// A limit or rule of the format that a document breaks, and where: what a person can mend in a form or record.
public struct PDFViolation: Sendable, Hashable {
  /// What is broken.
  public enum Kind: Sendable, Hashable {
    /// A glyph of a text is number 0, which draws nothing or a box (ISO 19005-3 §6.2.11.8).
    case missingGlyph(FontID, text: String)
    /// The sides of a page, here in points, are not 3 to 14,400 units (ISO 32000-1 annex C).
    case pageSize(width: Double, height: Double)
    /// Something is longer than readers must accept.
    case tooLong(LongThing, bytes: Int, limit: Int)
    /// A link leads to a heading that its document does not have.
    case danglingLink(String)
    /// Two headings of a document have the same anchor.
    case duplicateDestination(String)
    /// No page has the place of that name for a signature.
    case noSignaturePlace(String)
  }

  /// What may be too long.
  public enum LongThing: Sendable, Hashable {
    /// The title of the file or of a document in it.
    case title
    /// A heading, as the outline shows it.
    case heading
    /// The address of a link.
    case address
    /// A text that has to be said beside its glyphs.
    case text
    /// What a figure shows, in words.
    case alternative
    /// Any other string.
    case string
    /// A name, such as that of a font.
    case name
  }

  /// What is broken.
  public let kind: Kind
  /// The line of a form or the field of a record that it comes from.
  public let origin: Origin

  /// Creates a violation; the program's own doing has no origin.
  public init(_ kind: Kind, at origin: Origin = .unknown) {
    (self.kind, self.origin) = (kind, origin)
  }

  /// Creates the violation of a thing that is too long, of which nobody knows where it comes from.
  static func tooLong(_ thing: LongThing, bytes: Int, limit: Int) -> PDFViolation {
    PDFViolation(.tooLong(thing, bytes: bytes, limit: limit))
  }
}

extension PDFViolation: Worded {
  /// What is wrong as a Chinese sentence without a full stop; where it is, `origin` says.
  public var message: Message {
    switch kind {
    case .missingGlyph(_, let text): "PDF 中的文字缺少字形：“\(text)”"
    case .pageSize(let width, let height): "页面尺寸 \(width) × \(height) 点超出 PDF 允许的范围（3 至 14400 点）"
    case .tooLong(let thing, let bytes, let limit):
      "PDF 的\(term: thing.label)过长：\(bytes) 字节，最多 \(limit) 字节"
    case .danglingLink(let id): "链接 #\(id) 没有对应的标题"
    case .duplicateDestination(let id): "标题锚点 \(id) 重复"
    case .noSignaturePlace(let name): "没有名为 \(name) 的签章位置，请在表单正文里写 {{盖章:\(name)}}"
    }
  }
}

extension PDFViolation.LongThing {
  fileprivate var label: String {
    switch self {
    case .title: "文件标题或者书签"
    case .heading: "标题"
    case .address: "链接地址"
    case .text: "文字"
    case .alternative: "替代文字（图里有什么）"
    case .string: "字符串"
    case .name: "名称（例如字体名）"
    }
  }
}

/// The violations of a file so far, each once.
///
/// A file that has any is written on, so that a person is told of all of them at once, and then thrown away.
struct PDFViolations {
  /// How many are told at most.
  private static let most = 100

  private(set) var all: [PDFViolation] = []

  /// Notes a violation.
  mutating func add(_ violation: PDFViolation) {
    guard all.count < Self.most, !all.contains(violation) else { return }
    all.append(violation)
  }

  /// Notes `text` at `origin` if it is too long to be a string; returns what may be written for it.
  mutating func fitting(
    _ text: String,
    _ thing: PDFViolation.LongThing,
    at origin: Origin = .unknown
  ) -> String {
    let bytes = TextString.byteCount(of: text)
    guard bytes > ByteBuffer.longestString else { return text }
    add(PDFViolation(.tooLong(thing, bytes: bytes, limit: ByteBuffer.longestString), at: origin))
    return ""
  }

  /// Ends the file if anything is broken.
  func check() throws(PDFFailure) {
    if !all.isEmpty { throw .violations(all) }
  }
}
