import Diagnostics
import JSON

/// The members of an object that nobody understands.
extension RecordReader {
  /// A member that an object may have: its name, and what operators call it where it is a field.
  struct KnownMember {
    var name: String
    var label: String?
  }

  /// Says that nobody understands `member`, and which of the object's `known` members was most likely meant.
  ///
  /// A secret is an error instead, wherever it stands: nobody would miss the rest of an object that is not read.
  mutating func reportUnknown(_ member: Int, among known: [KnownMember]) {
    guard !reportSecrets(in: member) else { return }
    let near = nearest(to: tree.key(of: member), among: known)
    report(
      Diagnostic(
        "record.unknownKey",
        .warning,
        "不认识的键，已忽略",
        found: "\(path(to: member))",
        advice: near.map { near in
          near.label.map { "是否想写“\(term: $0)”（\(near.name)）？" } ?? "是否想写 \(near.name)？"
        }
      ),
      at: member
    )
  }

  /// Complains about every secret that `member` is or holds; returns whether there is one.
  @discardableResult
  mutating func reportSecrets(in member: Int) -> Bool {
    var found = false
    for value in member..<tree.next(after: member) {
      guard let secret = Secret(key: tree.key(of: value)), holdsWords(value) else { continue }
      report(secret.complaint(at: path(to: value)), at: value)
      found = true
    }
    return found
  }

  /// Whether `value` is a text or a number, or a list of some.
  private func holdsWords(_ value: Int) -> Bool {
    switch tree.kind(of: value) {
    case .string: !isEmpty(value)
    case .number: true
    case .array: tree.children(of: value).contains { holdsWords($0) }
    case .null, .no, .yes, .object: false
    }
  }

  /// The members of `object` that are fields of filings or of the head are called what forms call them.
  func knownMembers(_ names: [String], of object: Int) -> [KnownMember] {
    let place = tree.pointer(to: object)
    return names.map { name in
      KnownMember(name: name, label: RecordMember(pointer: "\(place)/\(name)").field?.label)
    }
  }

  /// Where `member` stands in its record, such as `employee/phonee`.
  private func path(to member: Int) -> String {
    shown(String(tree.pointer(to: member).dropFirst()))
  }

  /// Returns the member that whoever wrote `key` most likely meant: by its name, or by what it is called.
  private func nearest(to key: String, among known: [KnownMember]) -> KnownMember? {
    if let name = closestName(to: key, in: known.map(\.name)) {
      return known.first { $0.name == name }
    }
    let labels = known.compactMap(\.label)
    let label =
      labels.first { $0 == key } ?? closestName(to: key, in: labels)
      ?? labels.filter { key.count > 1 && $0.contains(key) }.min { $0.count < $1.count }
    return label.flatMap { label in known.first { $0.label == label } }
  }
}
