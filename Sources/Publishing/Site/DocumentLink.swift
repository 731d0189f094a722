public import DocumentTree

/// A rendered document that the portal links to.
public struct DocumentLink: Sendable, Hashable {
  /// One of the files a document was written to.
  public struct Format: Sendable, Hashable {
    /// What the file is, such as `PDF`.
    public var label: String
    /// The path below the portal's folder.
    public var path: String

    /// Creates a format.
    public init(label: String, path: String) {
      self.label = label
      self.path = path
    }
  }

  /// The heading under which the home page lists the document, such as the employer.
  public var group: String
  /// What the document is called.
  public var title: String
  /// A few words beside the title, such as how many rows it has; empty for none.
  public var note: String
  /// What readers may search the document for, such as its purpose and the labels of its fields.
  public var content: String
  /// The name of the form that it was printed from; empty when that does not matter.
  public var form: String
  /// The files.
  public var formats: [Format]
  /// The first page, where a figure shows it.
  public var picture: Drawing?

  /// Creates a link to a document.
  public init(
    group: String,
    title: String,
    note: String = "",
    content: String = "",
    form: String = "",
    formats: [Format],
    picture: Drawing? = nil
  ) {
    self.group = group
    self.title = title
    self.note = note
    self.content = content
    self.form = form
    self.formats = formats
    self.picture = picture
  }
}
