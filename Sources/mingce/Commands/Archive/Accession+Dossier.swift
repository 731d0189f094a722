import Archive
import Diagnostics

extension Accession {
  /// Adds `files` as one dossier under a `title`, or none of them: a bag that lacks a document would mislead.
  func add(
    _ files: [String],
    asDossier title: String,
    to tally: inout Tally
  ) throws(CommandFailure) {
    var bags: [Bag] = []
    try pack(files, skippingKept: false) { file, result throws(CommandFailure) in
      switch result {
      case .success(let packed?):
        guard !bags.contains(where: { $0.holding.digest == packed.bag.holding.digest }) else {
          return world.console.note("提示：“\(file)”与前面的一个文件相同，案卷里只放一份。")
        }
        bags.append(packed.bag)
        packed.notices.forEach(world.console.complain)
      case .success(nil): break
      case .failure(let failure): tell(failure, in: &tally)
      }
    }
    guard tally.failed == 0 else { return }
    guard (2...Bag.mostDocuments).contains(bags.count) else { throw Self.unfit(bags.count) }
    var batch = [Bag(dossier: title, of: bags)]
    try keep(&batch, in: &tally)
  }

  private static func unfit(_ count: Int) -> CommandFailure {
    .told(
      [
        Diagnostic(
          "archive.dossier",
          .error,
          "案卷的件数不合适，没有归档",
          found: "\(count)件",
          expected: "2至\(Bag.mostDocuments)件",
          advice: "一件文书直接归档；太多时请分成几卷"
        )
      ],
      .problemsFound
    )
  }
}
