import DocumentTree
import Site

/// What a build remembers of a document that was printed from a sample.
struct PrintedDocument: Codable {
  /// A file of the document.
  struct File: Codable {
    var label: String
    var path: String
  }

  /// The document on the page of all forms.
  struct Card: Codable {
    var picture: String
    var width: Int
    var height: Int
    var files: [File]
  }

  var form: String
  var group: String
  var title: String
  var note: String
  var content: String
  var files: [File]
  /// Nothing when another sample makes the card.
  var card: Card?
  /// Whether it is one person's paper and not a roster.
  var isPersonal: Bool

  /// The document as the portal links to it, with its first page where a figure shows it.
  func link(picture: Drawing?) -> DocumentLink {
    DocumentLink(
      group: group,
      title: title,
      note: note,
      content: content,
      form: form,
      formats: files.map { .init(label: $0.label, path: $0.path) },
      picture: picture
    )
  }

  /// The document as the card of its form shows it.
  var sample: FormCard.Sample? {
    card.map { card in
      FormCard.Sample(
        title: title,
        picture: .init(path: card.picture, width: card.width, height: card.height),
        formats: card.files.map { .init(label: $0.label, path: $0.path) }
      )
    }
  }
}
