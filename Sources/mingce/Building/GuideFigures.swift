import Remaking

/// Which documents the figures of guides show, by the names of their forms and samples.
struct GuideFigures: Codable {
  /// A document that a figure shows.
  struct Shown: Codable, Hashable {
    var form: String
    var sample: String
  }

  /// The documents by the guides' folders.
  var guides: [String: [Shown]] = [:]

  /// Whether a guide shows the document of `form` from `sample`.
  func show(_ form: String, from sample: String) -> Bool {
    guides.values.contains { $0.contains(Shown(form: form, sample: sample)) }
  }
}
