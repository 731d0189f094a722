public import Diagnostics
public import DocumentTree
public import Fonts
public import Forms
import Layout
public import PDF
public import Pages
import Preview
import Styling

/// Makes files of a document each, one after another, with the same open fonts.
///
/// A press lives in one task; several side by side make the same files as one.
public final class SheetPress {
  private let fonts: FontLibrary
  private let typesetter: Typesetter
  private let deflater = Deflater(forManyFiles: true)
  private let choices: PaperChoices
  /// What the longest document so far took in bytes; at first, what one of a page or two takes.
  private var usualSize = 1 << 16
  private lazy var artist = PageArtist(fonts: fonts)

  /// Creates a press that has opened none of the `installed` fonts yet.
  public init(_ installed: InstalledFonts, choices: PaperChoices = PaperChoices()) {
    self.choices = choices
    fonts = FontLibrary(installed)
    typesetter = Typesetter(fonts: fonts)
  }

  /// Returns a document of `run` as a PDF; `notice` takes what a person should know.
  public func pdf(
    of bound: BoundForm,
    in run: FormRun,
    notice: ([Diagnostic]) -> Void
  ) throws(IssuingFailure) -> [UInt8] {
    try pdf(of: bound, in: run, fields: [], notice: notice).bytes
  }

  /// Returns a document of `run` as a PDF with places for signatures, and where the one is to be filled in that is made
  /// now; until then the file is not signed and must not be kept.
  ///
  /// Beside a seal the lines of `caption` are printed, and the number of the document (签署编号): the digits by which it
  /// is told from others.
  public func pdf(
    of bound: BoundForm,
    in run: FormRun,
    fields: [SignatureField],
    caption: [String] = [],
    notice: ([Diagnostic]) -> Void
  ) throws(IssuingFailure) -> (bytes: [UInt8], place: SignaturePlace?) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(usualSize)
    let fields = caption.isEmpty ? fields : try captioned(fields, caption, of: bound, in: run)
    let press = try PDFPress(
      of: run,
      fonts: fonts,
      choices: choices,
      typesetter: typesetter,
      deflater: deflater,
      fields: fields
    ) { bytes += $0 }
    notice(try press.add(bound, style: run.form.style))
    try press.finish()
    usualSize = max(usualSize, bytes.count)
    if press.lacksCaption { notice([SheetPress.missingCaption]) }
    let seam = fields.compactMap(\.seam).first
    notice(SheetPress.missingSeam(seam, pages: press.pageCount).map { [$0] } ?? [])
    return (bytes, press.signaturePlace)
  }

  /// What a person is told when nothing could be printed beside a seal.
  public static var missingCaption: Diagnostic {
    Diagnostic(
      "sign.caption",
      .warning,
      "印章旁边没有空白，签署编号没有印",
      advice: "签名照样有效；要印时请在表单的盖章处旁边留出空白"
    )
  }

  /// What a person is told when `pages` have no seam for a seal only because both of them share a sheet.
  public static func missingSeam(_ sides: SealSlices.Sides?, pages: Int) -> Diagnostic? {
    guard sides == .both, pages == 2 else { return nil }
    return Diagnostic(
      "sign.seam",
      .warning,
      "两页印在一张纸的正反两面，没有盖骑缝章",
      expected: "两张以上",
      advice: "单面打印的，去掉 --duplex 再签"
    )
  }

  private func captioned(
    _ fields: [SignatureField],
    _ lines: [String],
    of bound: BoundForm,
    in run: FormRun
  ) throws(IssuingFailure) -> [SignatureField] {
    let caption = try signatureCaption(
      lines,
      number: try run.checkCode(of: bound),
      in: run.form.style,
      fonts: fonts
    )
    return fields.map { field in
      var field = field
      if field.mark?.isSeal == true { field.caption = caption }
      return field
    }
  }

  /// Returns pictures of the pages of `document`, by their numbers; `notice` takes what a person should know.
  public func pictures(
    of document: Document<Never>,
    in run: FormRun,
    format: PreviewFormat,
    choices: PreviewChoices,
    notice: ([Diagnostic]) -> Void
  ) throws(IssuingFailure) -> [(page: Int, bytes: [UInt8])] {
    var pictures: [(page: Int, bytes: [UInt8])] = []
    let press = PreviewPress(title: run.title, typesetter, artist, format, choices) {
      pictures.append(($0, $1))
    }
    notice(try press.add(document, style: run.form.style))
    try press.finish()
    return pictures
  }

  /// Returns `document` as a web page titled `title`.
  public func html(
    of document: Document<Never>,
    title: String,
    stylesheet: HTMLPress.Stylesheet
  ) throws(IssuingFailure) -> [UInt8] {
    var page = ""
    let press = try HTMLPress(title: title, stylesheet: stylesheet) { page += $0 }
    try press.add(document)
    try press.finish()
    return Array(page.utf8)
  }
}
