// Benchmarks share this module, and are built against a static runtime, which comes without the tests' library.
#if canImport(Testing)

import Foundation
public import Testing

/// Compares `actual` with the golden file `name` beside the test, or rewrites it when `UPDATE_GOLDEN` is set.
///
/// Read the diff of a rewritten golden before committing it.
public func expectGolden(
  _ actual: String,
  _ name: String,
  filePath: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = URL(filePath: filePath).deletingLastPathComponent().appending(path: "Golden/\(name)")
  if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
    try actual.write(to: file, atomically: true, encoding: .utf8)
    return
  }
  let expected = try? String(contentsOf: file, encoding: .utf8)
  #expect(
    expected == actual,
    "golden \(name): \(firstDifference(expected, actual))",
    sourceLocation: sourceLocation
  )
}

/// Returns the first line where two dumps part, as a short sentence.
private func firstDifference(_ expected: String?, _ actual: String) -> String {
  guard let expected else { return "the file is missing; run with UPDATE_GOLDEN=1 and read it" }
  let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
  let new = actual.split(separator: "\n", omittingEmptySubsequences: false)
  for (number, pair) in zip(old, new).enumerated() where pair.0 != pair.1 {
    return "line \(number + 1): expected '\(pair.0)', got '\(pair.1)'"
  }
  return "\(old.count) lines expected, \(new.count) lines made"
}

#endif
