public import Diagnostics

/// Returns `diagnostics` of text files as one JSON object: `findings` in their order, then `summary`.
public func diagnosticsJSON(_ diagnostics: [Diagnostic]) -> String {
  let findings = diagnostics.map { diagnostic in
    let place = diagnostic.place
    return JSONText.object([
      "rule": JSONText.string(diagnostic.code),
      "severity": JSONText.string("\(diagnostic.severity)"),
      "file": place.map { JSONText.string($0.file) },
      "line": place.flatMap { $0.line > 0 ? "\($0.line)" : nil },
      "column": place.flatMap { $0.column > 0 ? "\($0.column)" : nil },
      "message": JSONText.string(diagnostic.message),
      "found": diagnostic.found.map(JSONText.string),
      "expected": diagnostic.expected.map(JSONText.string),
      "advice": diagnostic.advice.map(JSONText.string),
    ])
  }
  let counts = JSONText.object([
    "errors": "\(diagnostics.count { $0.severity == .error })",
    "warnings": "\(diagnostics.count { $0.severity == .warning })",
  ])
  let list = findings.joined(separator: ",\n")
  return "{\"format\":\"mingce-check/1\",\"findings\":[\n\(list)\n],\"summary\":\(counts)}\n"
}

/// Returns `diagnostics` of text files in SARIF 2.1.0 (OASIS, sarif-v2.1.0-os); `titles` name the rules by their codes.
public func diagnosticsSARIF(
  _ diagnostics: [Diagnostic],
  titles: [String: String],
  version: String
) -> String {
  let results = diagnostics.map { diagnostic in
    var message = diagnostic
    // The place is told by the location.
    message.origin = .unknown
    return JSONText.object([
      "ruleId": JSONText.string(diagnostic.code),
      "level": JSONText.string("\(diagnostic.severity)"),
      "message": JSONText.object(["text": JSONText.string(message.description)]),
      "locations": diagnostic.place.map { "[\(location($0))]" },
    ])
  }
  let codes = Set(diagnostics.map(\.code)).sorted()
  let run = JSONText.object([
    "columnKind": "\"unicodeCodePoints\"",
    "results": "[\n\(results.joined(separator: ",\n"))\n]",
    "tool": CheckSARIF.tool(codes: codes, titles: titles, version: version),
  ])
  return """
    {"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[\(run)]}

    """
}

private func location(_ place: SourceLocation) -> String {
  let region =
    place.line == 0
    ? nil
    : JSONText.object([
      "startLine": "\(place.line)", "startColumn": place.column > 0 ? "\(place.column)" : nil,
    ])
  let artifact = JSONText.object(["uri": JSONText.string(CheckSARIF.uri(of: place.file))])
  return JSONText.object([
    "physicalLocation": JSONText.object(["artifactLocation": artifact, "region": region])
  ])
}

extension Diagnostic {
  /// The place in a text file, nothing when it is of another kind.
  fileprivate var place: SourceLocation? {
    guard case .source(let place) = origin else { return nil }
    return place
  }
}
