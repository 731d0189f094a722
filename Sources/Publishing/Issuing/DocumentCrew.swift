public import Forms
public import Records

extension FormRun {
  /// Makes something of every document, several side by side, and hands it to `take` in printing order.
  ///
  /// Each of the `workers` threads calls `begin` once for what it works with, such as fonts, and then the closure that
  /// came back for one document after another. `take` is called here. When a filing cannot be read again, what was
  /// made of those before it is taken first, as it would be without threads.
  public func makeDocuments<Made: Sendable>(
    workers: Int,
    begin: @escaping @Sendable () -> (BoundForm, Filing) -> Made,
    take: (Made) throws(IssuingFailure) -> Void
  ) throws(IssuingFailure) {
    precondition(form.scope == .filing, "a roster is one document")
    let run = self
    let crew = Crew("documents", size: workers, capacity: FormRun.piecesAhead * workers) {
      let make = begin()
      return { rows in run.make(rows, make) }
    }
    var rest = selection.rows[...]
    while true {
      while !rest.isEmpty, crew.count < FormRun.piecesAhead * workers {
        crew.give(Array(rest.prefix(FormRun.pieceLength)))
        rest = rest.dropFirst(FormRun.pieceLength)
      }
      guard let piece = crew.next() else { return }
      for made in piece.made { try take(made) }
      if let failure = piece.failure { throw failure }
    }
  }

  /// How many rows a thread takes at once, and how many such pieces are under way for each thread.
  private static let (pieceLength, piecesAhead) = (8, 3)

  /// Makes something of the filings of `rows`, up to the first that cannot be read or bound.
  private func make<Made>(
    _ rows: [Int],
    _ make: (BoundForm, Filing) -> Made
  ) -> (made: [Made], failure: IssuingFailure?) {
    var made: [Made] = []
    do throws(IssuingFailure) {
      try forEachFiling(of: rows) { document, filing throws(IssuingFailure) in
        made.append(make(document, filing))
      }
      return (made, nil)
    } catch {
      return (made, error)
    }
  }
}
