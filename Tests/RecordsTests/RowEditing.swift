import Diagnostics
import Foundation
import Records
import TestSupport
import Testing

/// A change to one member of a sound record: its path in steps between dots, and its new JSON, nothing to take it out.
struct Edit: Sendable {
  let path: String
  let json: String?

  init(_ path: String, _ json: String?) {
    (self.path, self.json) = (path, json)
  }
}

/// Returns `text`, one JSON object, with members changed; keys come out sorted.
func edited(_ text: String, _ edits: [Edit]) throws -> String {
  var root: Any = try JSONSerialization.jsonObject(with: Data(text.utf8))
  for edit in edits {
    let value = try edit.json.map {
      try JSONSerialization.jsonObject(with: Data($0.utf8), options: .fragmentsAllowed)
    }
    root = placed(value, at: edit.path.split(separator: ".").map(String.init)[...], in: root)
  }
  let options: JSONSerialization.WritingOptions = [.sortedKeys, .withoutEscapingSlashes]
  return String(
    decoding: try JSONSerialization.data(withJSONObject: root, options: options),
    as: UTF8.self
  )
}

private func placed(_ value: Any?, at path: ArraySlice<String>, in parent: Any?) -> Any {
  var object = parent as? [String: Any] ?? [:]
  guard let step = path.first else { return object }
  object[step] = path.count == 1 ? value : placed(value, at: path.dropFirst(), in: object[step])
  return object
}

/// Returns a sound row of a fixed-term contract with members changed.
func row(
  _ number: Int = 3,
  _ kind: RecordFixtures.Kind = .new,
  _ edits: [Edit] = []
) throws -> String {
  try edited(RecordFixtures.filing(number, kind: kind, name: "李示例"), edits)
}

/// Returns what becomes of a file's only row.
func judged(_ row: String, profile: String = "CN-JL") throws -> RowOutcome {
  try #require(try open(RecordFixtures.document([row], profile: profile)).outcomes.first)
}

/// Returns the sound filing of a changed row, or fails with what is said about it.
func filing(_ kind: RecordFixtures.Kind = .new, _ edits: Edit...) throws -> Filing {
  let outcome = try judged(try row(3, kind, edits))
  return try #require(outcome.filing, "\(outcome.said)")
}

/// Returns a changed head of a record file.
func head(_ edits: [Edit]) throws -> String { try edited(RecordFixtures.head(), edits) }

/// Returns everything said about a file that has a head and no rows.
func saidOfHead(_ text: String) -> [Diagnostic] {
  do throws(RecordFailure) {
    return try openRecords(ByteSource(name: "记录.json", bytes: Array(text.utf8))) { _ in }
      .diagnostics
  } catch {
    guard case .unusable(let diagnostics, _) = error else { return [] }
    return diagnostics
  }
}

extension RowOutcome {
  /// Everything said about the row.
  var said: [Diagnostic] {
    switch self {
    case .accepted(let filing): filing.notices
    case .refused(let rejection): rejection.reasons
    }
  }
}

extension Diagnostic {
  /// The diagnostic as an operator reads it, without its place.
  var words: String {
    var bare = self
    bare.origin = .unknown
    return bare.description
  }

  /// The pointer of its place.
  var pointer: String? {
    guard case .record(let place) = origin else { return nil }
    return place.pointer
  }
}

/// One edit of a record, and everything that must be said about it.
struct Judgement: Sendable, CustomTestStringConvertible {
  let edits: [Edit]
  let words: [String]

  /// A member that is replaced, and the words said about it there.
  init(_ path: String, _ json: String?, _ words: String...) {
    (edits, self.words) = ([Edit(path, json)], words)
  }

  /// Several members that are replaced; the words are said about the first.
  init(_ edits: [Edit], _ words: String...) {
    (self.edits, self.words) = (edits, words)
  }

  var testDescription: String {
    edits.map { "\($0.path)=\($0.json ?? "∅")" }.joined(separator: " ")
  }

  /// Checks what is said about a row of `kind` with the edits made.
  func check(_ kind: RecordFixtures.Kind, profile: String = "CN-JL") throws {
    let outcome = try judged(try row(3, kind, edits), profile: profile)
    #expect(outcome.said.map(\.words) == words, "\(testDescription)")
    let isRefused = outcome.said.contains { $0.severity == .error }
    #expect((outcome.rejection != nil) == isRefused, "\(testDescription)")
    try checkPlaces(outcome.said, prefix: "/filings/0/")
  }

  /// Checks what is said about a head with the edits made.
  func checkHead() throws {
    let said = saidOfHead(try head(edits))
    #expect(said.map(\.words) == words, "\(testDescription)")
    try checkPlaces(said, prefix: "/")
  }

  private func checkPlaces(_ said: [Diagnostic], prefix: String) throws {
    let path = try #require(edits.first).path.replacing(".", with: "/")
    for diagnostic in said {
      let pointer = try #require(diagnostic.pointer, "\(diagnostic)")
      #expect(pointer == prefix + path || pointer.hasPrefix(prefix + path + "/"), "\(diagnostic)")
    }
  }
}
