import ArgumentParser
import Issuing

/// The kinds of file that a document can be written as.
enum OutputFormat: String, CaseIterable {
  case pdf
  case html
  case svg
  case png

  /// How the names of such files may end.
  static let endings = allCases.map(\.rawValue)

  /// The kind of picture that each page becomes; nothing for a file of all pages.
  var picture: PreviewFormat? { PreviewFormat(rawValue: rawValue) }
}

/// The value of `--format`: one or more formats, separated by commas.
struct OutputFormats: ExpressibleByArgument {
  var formats: [OutputFormat]

  init?(argument: String) {
    let names = argument.lowercased().split(separator: ",").map { $0.trimmingSpaces }
    let formats = names.compactMap { OutputFormat(rawValue: $0) }
    guard !formats.isEmpty, formats.count == names.count else { return nil }
    self.formats = OutputFormat.allCases.filter(formats.contains)
  }

  init(_ formats: [OutputFormat]) {
    self.formats = formats
  }

  static var allValueStrings: [String] { ["pdf", "html", "svg", "png", "pdf,html"] }
}

extension Substring {
  /// The text without spaces at its ends.
  fileprivate var trimmingSpaces: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
