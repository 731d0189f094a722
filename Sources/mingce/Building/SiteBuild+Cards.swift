import Forms
import Issuing
import Records

extension SiteBuild {
  /// Pixels along the longer edge: a sheet of A4 has 373 by 527, twice as many as a card is wide on most screens.
  private static var longerEdge: Int { 527 }

  /// Writes what the page of all forms shows of a form: a picture of `page`, its first, and `records`, a small file that
  /// prints it.
  ///
  /// They go to the path `stem` below the output folder, where the document's PDF and web page are.
  func writeCard(
    of records: String,
    _ page: FirstPage,
    at stem: String
  ) throws(CommandFailure) -> PrintedDocument.Card {
    let picture: (bytes: [UInt8], width: Int, height: Int)
    do throws(IssuingFailure) {
      picture = try page.png(longerEdge: SiteBuild.longerEdge)
    } catch {
      throw CommandFailure(error)
    }
    try world.write(picture.bytes, to: "\(output)/\(stem).png")
    try world.write(Array(records.utf8), to: "\(output)/\(stem).json")
    return PrintedDocument.Card(
      picture: "\(stem).png",
      width: picture.width,
      height: picture.height,
      files: [
        .init(label: "网页", path: "\(stem).html"),
        .init(label: "PDF", path: "\(stem).pdf"),
        .init(label: "样例数据", path: "\(stem).json"),
      ]
    )
  }
}

extension PrintedDocument {
  /// Takes what is to be remembered of `run`, whose files stand at the path `stem` below the output folder.
  init(of run: FormRun, content: String, at stem: String, card: Card?) {
    form = run.form.name
    group = run.file.batch.employer.name
    title = run.title
    note = "\(run.extent)，\(content)"
    self.content = ([run.form.summary] + run.form.fields.map(\.label)).joined(separator: " ")
    files = [.init(label: "PDF", path: "\(stem).pdf"), .init(label: "网页", path: "\(stem).html")]
    self.card = card
    isPersonal = run.form.scope == .filing
  }
}
