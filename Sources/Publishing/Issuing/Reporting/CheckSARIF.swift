import Diagnostics

/// The report in SARIF 2.1.0, which editors and code hosts show beside the lines (OASIS, sarif-v2.1.0-os).
public struct CheckSARIF: CheckReport {
  private let file: String
  private let version: String
  private var isFirst = true

  /// Creates a report about `file` by a version of the program.
  public init(file: String, version: String) {
    (self.file, self.version) = (file, version)
  }

  /// Returns the beginning of the log and of its only run.
  public func begin() -> String {
    """
    {"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[\
    {"columnKind":"unicodeCodePoints","results":[
    """
  }

  /// Returns a result for each finding.
  public mutating func add(_ row: CheckedRow) -> String {
    row.findings.map { finding in
      defer { isFirst = false }
      return (isFirst ? "\n" : ",\n") + result(finding, row)
    }
    .joined()
  }

  /// Returns the tool with its rules, and the end of the log.
  public func end(_ summary: CheckSummary, titles: [String: String]) -> String {
    let codes = summary.counts.keys.sorted()
    return "\n],\"tool\":\(CheckSARIF.tool(codes: codes, titles: titles, version: version))}]}\n"
  }

  /// Returns what made the log: the program with the rules of `codes`.
  static func tool(codes: [String], titles: [String: String], version: String) -> String {
    let rules = codes.map { code in
      JSONText.object([
        "id": JSONText.string(code),
        "shortDescription": JSONText.object(["text": JSONText.string(titles[code] ?? code)]),
      ])
    }
    let driver = JSONText.object([
      "name": "\"mingce\"", "version": JSONText.string(version), "language": "\"zh-CN\"",
      "rules": "[\(rules.joined(separator: ",\n"))]",
    ])
    return JSONText.object(["driver": driver])
  }

  private func result(_ finding: CheckFinding, _ row: CheckedRow) -> String {
    let diagnostic = finding.diagnostic
    return JSONText.object([
      "ruleId": JSONText.string(diagnostic.code),
      "level": JSONText.string("\(diagnostic.severity)"),
      "message": JSONText.object(["text": JSONText.string(message(finding, row))]),
      "locations": "[\(location(finding, row))]",
    ])
  }

  private func message(_ finding: CheckFinding, _ row: CheckedRow) -> String {
    var diagnostic = finding.diagnostic
    // The place is told by the location.
    diagnostic.origin = .unknown
    let name = row.name.map { "\($0)，" } ?? ""
    let place = row.row > 0 ? "第 \(row.row) 行，\(name)\(finding.field)：" : ""
    return place + diagnostic.description
  }

  private func location(_ finding: CheckFinding, _ row: CheckedRow) -> String {
    let region =
      finding.line == 0
      ? nil
      : JSONText.object([
        "startLine": "\(finding.line)",
        "startColumn": finding.column > 0 ? "\(finding.column)" : nil,
      ])
    let artifact = JSONText.object(["uri": JSONText.string(CheckSARIF.uri(of: file))])
    let name = finding.path.isEmpty ? nil : JSONText.string(finding.path)
    return JSONText.object([
      "physicalLocation": JSONText.object(["artifactLocation": artifact, "region": region]),
      "logicalLocations": name.map { "[\(JSONText.object(["fullyQualifiedName": $0]))]" },
    ])
  }

  /// Returns a file's name as a relative reference (RFC 3986).
  static func uri(of file: String) -> String {
    var text = ""
    for byte in file.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F, 0x7E:
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        text += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return text
  }
}
