import Foundation

/// The rows of a destruction list as its PDF carries them, so that the list can be followed when it comes back signed.
///
/// Every value stands on the pages too, which `mingce verify` compares.
struct DestructionRecord: Codable {
  private let documents: [[String: String]]

  /// Takes the rows of a list; what is empty is left out.
  init(_ rows: [[DestructionColumn: String]]) {
    documents = rows.map { row in
      var texts: [String: String] = [:]
      for (column, text) in row where !text.isEmpty { texts[column.rawValue] = text }
      return texts
    }
  }

  /// Reads what a file carries; nothing when that is no list.
  init?(_ bytes: [UInt8]) {
    guard let record = try? JSONDecoder().decode(Self.self, from: Data(bytes)) else { return nil }
    self = record
  }

  /// The rows.
  var rows: [[DestructionColumn: String]] {
    documents.map { document in
      var row: [DestructionColumn: String] = [:]
      for (name, text) in document {
        if let column = DestructionColumn(rawValue: name) { row[column] = text }
      }
      return row
    }
  }

  /// The record as JSON, the same for the same rows.
  var json: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self) else { preconditionFailure("texts can be written") }
    return Array(data)
  }
}
