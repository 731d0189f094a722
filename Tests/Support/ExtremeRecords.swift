package import Foundation
package import Records

/// A sample's records with values as long, as short or as rare as readers accept; which fields there are, and of what
/// kind, is taken from the catalogue.
package struct ExtremeRecords {
  /// How far the values go.
  package enum Values: String, Sendable, CaseIterable {
    /// As in the sample.
    case usual
    /// A character each.
    case shortest
    /// As long as people write.
    case long
    /// As long as readers accept.
    case longest
    /// Characters beyond the basic plane, other scripts, chosen forms.
    case rare
  }

  private var head: [String: Any]
  private var filings: [[String: Any]]

  /// Takes the sample file at `place`, and what it lacks of the lists from `others`.
  package init(_ place: URL, lists others: [URL]) throws {
    var all = try ExtremeRecords.objects(of: place)
    head = all.removeFirst()
    filings = all
    for other in others {
      let lists = try ExtremeRecords.objects(of: other)[0]
      for list in RecordList.allCases where head[list.rawValue] == nil {
        head[list.rawValue] = lists[list.rawValue]
      }
    }
  }

  /// Returns the filings at `places`, from 1, and the `lists` with `values`, repeated or cut to `rows` where given.
  package func json(
    _ values: Values,
    rows: Int?,
    filings places: [Int],
    lists: [RecordList]
  ) throws -> String {
    var head = head
    head.fill(FieldCatalogue.fields.filter { $0.path.hasPrefix("emp.") }, values)
    for list in RecordList.allCases where !lists.contains(list) { head[list.rawValue] = nil }
    for list in lists {
      let lines = (head[list.rawValue] as? [[String: Any]] ?? []).map { line in
        var line = line
        line.fill(list.fields, values)
        return line
      }
      head[list.rawValue] = ExtremeRecords.repeated(lines, rows)
    }
    let chosen = places.map { filings[$0 - 1] }.map { filing in
      var filing = filing
      filing.fill(FieldCatalogue.fields.filter(\.needsFiling), values)
      return filing
    }
    head["filings"] = ExtremeRecords.repeated(chosen, rows).enumerated().map { index, filing in
      var filing = filing
      filing["id"] = "x-\(index + 1)"
      return filing
    }
    let data = try JSONSerialization.data(withJSONObject: head, options: .sortedKeys)
    return String(decoding: data, as: UTF8.self)
  }

  private static func repeated(_ things: [[String: Any]], _ count: Int?) -> [[String: Any]] {
    guard let count, !things.isEmpty else { return things }
    return (0..<count).map { things[$0 % things.count] }
  }

  /// The head of a record file and its filings.
  private static func objects(of place: URL) throws -> [[String: Any]] {
    let data = try Data(contentsOf: place)
    if place.pathExtension == "jsonl" {
      return try data.split(separator: UInt8(ascii: "\n")).map { try object(Data($0)) }
    }
    var head = try object(data)
    let filings = head.removeValue(forKey: "filings") as? [[String: Any]] ?? []
    return [head] + filings
  }

  private static func object(_ data: Data) throws -> [String: Any] {
    guard let object = try JSONSerialization.jsonObject(with: data) as? [String: Any] else {
      throw CocoaError(.fileReadCorruptFile)
    }
    return object
  }
}

extension [String: Any] {
  /// Puts a value of `values` wherever one of `fields` may say any words.
  fileprivate mutating func fill(_ fields: [Field], _ values: ExtremeRecords.Values) {
    guard values != .usual else { return }
    for (number, field) in fields.enumerated() {
      if let text = field.text(values, number) { change(field.place[...]) { _ in text } }
      let members = field.wordyMembers
      guard !members.isEmpty else { continue }
      change(field.place[...]) { things in
        (things as? [[String: Any]])?.map { thing in
          var thing = thing
          thing.fill(members, values)
          return thing
        } ?? things
      }
    }
  }

  /// Changes what stands at a place within objects that are there.
  private mutating func change(_ place: ArraySlice<String>, _ change: (Any?) -> Any?) {
    guard let step = place.first else { return }
    guard place.count > 1 else {
      self[step] = change(self[step])
      return
    }
    guard var inner = self[step] as? [String: Any] else { return }
    inner.change(place.dropFirst(), change)
    self[step] = inner
  }
}

extension Field {
  /// The members of a record under which the field's value stands.
  fileprivate var place: [String] {
    let steps = path.split(separator: ".").map(String.init)
    let rest = Array(steps.dropFirst())
    switch steps[0] {
    case "emp": return ["employer"] + rest
    case "e": return ["employee"] + rest
    case "c": return ["contract"] + rest
    case "t": return ["termination"] + rest
    case "x": return ["publicInstitution"] + rest
    default: return rest
    }
  }

  /// The members that may say any words of the things that the field lists.
  fileprivate var wordyMembers: [Field] {
    path == "c.clauses" ? FieldCatalogue["item.text"].map { [$0] } ?? [] : members
  }

  /// Values that have a form of their own, which readers check.
  private static let formed: Set<String> = [
    "emp.uscc", "emp.orgCode", "emp.postalCode", "emp.division", "c.dispatch.hostUscc",
    "c.templateCode", "c.employmentForm",
    "t.compensation.months", "p.section", "k.section",
  ]

  /// Returns a value that begins and ends with the field's `number`, or nothing where words are not free.
  fileprivate func text(_ values: ExtremeRecords.Values, _ number: Int) -> String? {
    // Amounts of claims must be what their days and rates make.
    if kind == .money { return values == .longest && list != .injuryClaims ? "99999999.99" : nil }
    guard let most = mostCharacters, !Field.formed.contains(path) else { return nil }
    switch personal {
    case .identityNumber, .phone: return nil
    case .account: return values == .longest ? filled("6217", to: most) : nil
    case .name: return name(values, most)
    default: return words(values, number, most)
    }
  }

  private func name(_ values: ExtremeRecords.Values, _ most: Int) -> String {
    switch values {
    case .usual, .shortest: "丁"
    case .long: "阿卜杜热合曼·买买提艾力"
    case .longest: filled("阿卜杜热合曼·买买提艾力·", to: most - 1) + "末"
    case .rare: "𠀀𪜶𫝀𫠠𬺰·ئابدۇرەھمان·བཀྲ་ཤིས"
    }
  }

  private func words(_ values: ExtremeRecords.Values, _ number: Int, _ limit: Int) -> String {
    let (start, end) = ("始\(number)：", "。末\(number)")
    let most = values == .longest ? limit : min(60, limit)
    let filler = "负责设备的安装、调试和日常维护（含夜班，每班8小时），"
    switch values {
    case .usual, .shortest: return "丁"
    case .long, .longest:
      return start + filled(filler, to: most - start.count - end.count) + end
    case .rare:
      let chosen = "葛\u{E0100}城𠀀𪜶𫝀𫠠𬺰㛃"
      let whole = start + chosen + "·ئۇيغۇر ئاپتونوم رايونى，བཀྲ་ཤིས་ཚེ་རིང（José Müller）" + end
      return whole.unicodeScalars.count <= limit ? whole : start + chosen + end
    }
  }

  private func filled(_ pattern: String, to count: Int) -> String {
    String(String(repeating: pattern, count: count / pattern.count + 1).prefix(count))
  }
}
