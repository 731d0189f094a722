public import Diagnostics
public import DocumentTree
public import Fonts
import Layout
import Pages
import Preview
public import Styling

/// Sets documents one after another and makes a picture of each page; their numbers go on from document to document.
///
/// A document is set twice, the first time to learn how many pages it has, so that no page is held back.
public final class PreviewPress {
  private let title: String
  private let typesetter: Typesetter
  private let artist: PageArtist
  private let format: PreviewFormat
  private let choices: PreviewChoices
  private let write: (Int, [UInt8]) throws -> Void

  /// How many pages the documents have so far.
  public private(set) var pageCount = 0
  /// How many pictures were made so far.
  public private(set) var pictureCount = 0

  /// Begins the pictures of documents titled `title`; `write` takes the number and the bytes of each.
  public convenience init(
    title: String,
    fonts: FontLibrary,
    format: PreviewFormat,
    choices: PreviewChoices = PreviewChoices(),
    write: @escaping (Int, [UInt8]) throws -> Void
  ) {
    self.init(
      title: title,
      Typesetter(fonts: fonts),
      PageArtist(fonts: fonts),
      format,
      choices,
      write: write
    )
  }

  /// Begins the pictures of a document with a typesetter and an artist who worked on others before it.
  init(
    title: String,
    _ typesetter: Typesetter,
    _ artist: PageArtist,
    _ format: PreviewFormat,
    _ choices: PreviewChoices,
    write: @escaping (Int, [UInt8]) throws -> Void
  ) {
    self.title = title
    self.typesetter = typesetter
    self.artist = artist
    self.format = format
    self.choices = choices
    self.write = write
  }

  /// Adds `document`, whose own pages are numbered from 1.
  ///
  /// - Returns: What a person should know about the layout.
  public func add(
    _ document: Document<Never>,
    style: PageStyle
  ) throws(IssuingFailure) -> [Diagnostic] {
    do throws(LayoutFailure) {
      let furniture = try typesetter.layOut(document, style: style) { _ in }.furniture
      let firstPage = pageCount + 1
      let outcome = try typesetter.layOut(document, style: style) {
        [self] page throws(LayoutFailure) in
        let number = firstPage + page.number - 1
        guard choices.pages?.contains(number) ?? true else { return }
        var page = page
        page.items += try furniture.items(onPage: page.number)
        try draw(page, number)
      }
      pageCount += outcome.pageCount
      return outcome.diagnostics
    } catch {
      throw IssuingFailure(error)
    }
  }

  /// Ends the pictures; refuses a choice of pages that the documents do not have.
  public func finish() throws(IssuingFailure) {
    guard let pages = choices.pages, pages.upperBound > pageCount else { return }
    let first = pages.lowerBound
    let drawn: Message =
      first <= pageCount ? "，第 \(first) 页至第 \(pageCount) 页已经画好" : "，一页也没有画"
    let complaint = Diagnostic(
      "issue.pages",
      .error,
      "要画的页有的没有\(drawn)",
      found: "《\(title)》共 \(pageCount) 页",
      expected: "第 \(pages.lowerBound) 页至第 \(pages.upperBound) 页",
      advice: "请改 --pages"
    )
    throw .document([complaint])
  }

  private func draw(_ page: Page, _ number: Int) throws(LayoutFailure) {
    do {
      try write(number, try picture(of: page, number))
      pictureCount += 1
    } catch {
      throw .sink(error)
    }
  }

  private func picture(of page: Page, _ number: Int) throws(PreviewFailure) -> [UInt8] {
    switch format {
    case .svg: try artist.svg(of: page, title: "《\(title)》第\(number)页")
    case .png: try artist.png(of: page, resolution: choices.resolution)
    }
  }
}
