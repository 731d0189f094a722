import HTML

extension StageBenchmark {
  /// A bound roster to the text of a web page.
  static let writeHTML = StageBenchmark(name: "write-html", unit: "bytes") {
    let document = try StageSample().roster()
    return {
      var count = 0
      try HTMLWriter().write(document, stylesheet: .linked(href: "document.css")) {
        count += $0.utf8.count
      }
      return count
    }
  }
}
