public import Records

extension Form {
  /// Returns the file name, without an ending, of the document of `filing`; of the roster where there is none.
  ///
  /// Every file system takes the name; two filings may still have the same one.
  public func fileName(for filing: Filing?, batch: Batch) -> String {
    let subject = FieldSubject(
      batch: batch,
      filing: filing,
      given: facts(for: batch, nil),
      mask: mask
    )
    let text = fileName.parts.map { part in
      switch part {
      case .text(let text): text
      case .field(let use): use.text(for: subject) ?? ""
      }
    }.joined()
    return SafeFileName.make(from: text, fallback: name)
  }

  /// Returns the file name, without an ending, of all documents of the form together, as `copy` where copies are told apart.
  public func fileTitle(for profile: Profile, _ copy: FormCopy? = nil) -> String {
    let number = copy.map { copies(for: profile) == 1 ? "" : "-\($0.number)" } ?? ""
    return SafeFileName.make(from: title(for: profile) + number, fallback: name + number)
  }

  /// Returns what the document of `filing` is called among the bookmarks of a file: the person's name.
  public func bookmark(for filing: Filing, batch: Batch) -> String? {
    FieldCatalogue["e.name"]?.value(FieldSubject(batch: batch, filing: filing, mask: mask))?.printed
  }
}
