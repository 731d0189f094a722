import Foundation
import Testing

/// Nothing of a person may be found in what is published, wherever one looks.
@Suite struct MaskedDocumentTests {
  private static let checkout = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The forms of the shipped project.
  static let forms: [String] = {
    let folder = checkout.appending(path: "content/forms").path
    return (try? FileManager.default.contentsOfDirectory(atPath: folder))?.sorted() ?? []
  }()

  /// Forms that name no person, so that there is nothing to hide.
  private static let impersonal = ["fund-balance", "injury-proof-unit", "roster-list"]

  @Test func thereAreFormsToLookAt() { #expect(MaskedDocumentTests.forms.count >= 7) }

  @Test(arguments: forms, ["M1", "M2"])
  func aFormTellsNothingOfAnyPerson(_ form: String, _ level: String) throws {
    for sample in ["jilin.json", "shanxi.json", "zhuzhou.jsonl"] {
      let folder = try TemporaryFolder()
      let source = Self.checkout.appending(path: "content/samples/\(sample)")
      let outcome = try Program.mingce.run(
        ["render", form, source.path, "-o", "out", "--format", "pdf,html", "--mask", level],
        in: folder.url,
        environment: ["MINGCE_HOME": Self.checkout.path]
      )
      // A sample may hold nothing for a form, of which the run tells.
      guard outcome.status == 0 else {
        #expect(outcome.complaints.contains("没有可以打印的"), "\(outcome.said)")
        continue
      }
      let secrets = try Secrets(of: source)
      #expect(secrets.numbers.count > 10 && secrets.names.count > 10)
      try expect(outcome.said, hides: secrets, "\(form) \(level) \(sample), output")
      let html = try folder.text(of: "out.html")
      try expect(html, hides: secrets, "\(form) \(level) \(sample), page")
      if !Self.impersonal.contains(form) {
        #expect(html.contains("*"), "\(form) \(level) \(sample)")
      }
      let text = try pageTexts(ofPDF: folder.file("out.pdf")).joined()
      try expect(text, hides: secrets, "\(form) \(level) \(sample), paper")
      try expectBytes(
        of: folder.file("out.pdf"),
        hide: secrets,
        "\(form) \(level) \(sample), bytes"
      )
    }
  }

  @Test(arguments: ["certificate", "contract"], ["M1", "M2"])
  func aFileNameTellsNothingOfAnyPerson(_ form: String, _ level: String) throws {
    let folder = try TemporaryFolder()
    let source = Self.checkout.appending(path: "content/samples/shanxi.json")
    let outcome = try Program.mingce.run(
      ["render", form, source.path, "-o", "out", "--format", "html", "--split", "--mask", level],
      in: folder.url,
      environment: ["MINGCE_HOME": Self.checkout.path]
    )
    #expect(outcome.status == 0, "\(outcome.said)")
    let names = try folder.names(in: "out")
    #expect(names.count > 2)
    let secrets = try Secrets(of: source)
    try expect(names.joined(separator: "\n"), hides: secrets, "\(form) \(level)")
    for name in names {
      try expect(try folder.text(of: "out/\(name)"), hides: secrets, "\(form) \(level) \(name)")
    }
  }

  /// A sample in which every person has a mistake that a report names: of reading, or of a rule.
  private func faulty(_ sample: String, ofReading: Bool) throws -> String {
    let source = Self.checkout.appending(path: "content/samples/\(sample)")
    let text = try String(contentsOf: source, encoding: .utf8)
    if ofReading {
      return text.replacing(/("employee":\s*\{"name":\s*")([^"]+)"/) {
        "\($0.output.1)\($0.output.2)#\""
      }
      .replacing(/("idNumber":\s*"\d{16})(\d)[\dX]"/) { "\($0.output.1)\($0.output.2)Y\"" }
    }
    return text.replacing(/("(?:phone|mobile)":\s*"1\d{10})"/) { "\($0.output.1)9\"" }
      .replacing(/"termType": "open"/, with: #""termType": "fixed", "endDate": "2099-12-31""#)
      .replacing(/"endDate": "20\d\d/, with: #""endDate": "2099"#)
  }

  /// Returns the report in `format`, a workbook as the texts of its cells.
  private func report(_ format: String, in folder: TemporaryFolder, _ more: [String]) throws
    -> String
  {
    let arguments = ["check", "a.json", "--format", format, "-o", "r.\(format)"] + more
    let environment = ["MINGCE_HOME": Self.checkout.path]
    let run = try Program.mingce.run(arguments, in: folder.url, environment: environment)
    #expect(run.status == 2, "\(run.said)")
    guard format == "xlsx" else { return try folder.text(of: "r.\(format)") + run.said }
    let script = """
      import openpyxl
      for row in openpyxl.load_workbook('r.xlsx').active.iter_rows(values_only=True): print(row)
      """
    return try Program(path: "/usr/bin/python3").run(["-c", script], in: folder.url).output
      + run.said
  }

  @Test(arguments: ["text", "json", "csv", "sarif", "xlsx"], ["M1", "M2"])
  func aCheckTellsNothingOfAnyPerson(_ format: String, _ level: String) throws {
    for (sample, ofReading) in [
      ("jilin.json", true), ("jilin.json", false), ("shanxi.json", false),
    ] {
      let folder = try TemporaryFolder()
      try folder.write(try faulty(sample, ofReading: ofReading), to: "a.json")
      let secrets = try Secrets(of: folder.file("a.json"))
      #expect(secrets.numbers.count > 10 && secrets.names.count > 10 && secrets.days.count > 10)
      let label = "\(format) \(level) \(sample) \(ofReading)"
      let plain = try report(format, in: folder, [])
      #expect(
        secrets.names.filter(plain.contains).count > 5,
        "\(label): the search finds names without a mask"
      )
      let masked = try report(format, in: folder, ["--mask", level])
      try expect(masked, hides: secrets, label)
      #expect(secrets.days.filter(masked.contains) == [], "\(label)")
      #expect(level == "M1" || masked.firstMatch(of: /\d{6}\*/) == nil, "\(label)")
      let code = ofReading ? "V-02" : "V-04"
      #expect(masked.contains(code) && masked.contains("*"), "\(label)")
    }
  }

  @Test func rowsThatGoBackAreNeverMasked() throws {
    let folder = try TemporaryFolder()
    try folder.write(try faulty("jilin.json", ofReading: true), to: "a.json")
    let run = try Program.mingce.run(
      ["check", "a.json", "--mask", "M1", "--failed-only", "b.xlsx"],
      in: folder.url
    )
    #expect(run.status == 64 && run.complaints.contains("请去掉 --mask"), "\(run.said)")
  }

  @Test func withoutAMaskTheSameSearchFindsThem() throws {
    let folder = try TemporaryFolder()
    let source = Self.checkout.appending(path: "content/samples/shanxi.json")
    _ = try Program.mingce.run(
      ["render", "contract", source.path, "-o", "out", "--format", "pdf,html"],
      in: folder.url,
      environment: ["MINGCE_HOME": Self.checkout.path]
    )
    let secrets = try Secrets(of: source)
    #expect(!secrets.found(in: try folder.text(of: "out.html")).isEmpty)
    #expect(!secrets.found(in: try pageTexts(ofPDF: folder.file("out.pdf")).joined()).isEmpty)
    #expect(!secrets.foundInBytes(try plainForm(of: folder.file("out.pdf"))).isEmpty)
  }

  private func expect(_ text: String, hides secrets: Secrets, _ label: String) throws {
    let found = secrets.found(in: text)
    #expect(found.isEmpty, "\(label): \(found)")
  }

  private func expectBytes(of file: URL, hide secrets: Secrets, _ label: String) throws {
    let found = secrets.foundInBytes(try plainForm(of: file))
    #expect(found.isEmpty, "\(label): \(found)")
  }

  /// Returns the bytes of a PDF with every stream inflated.
  private func plainForm(of file: URL) throws -> Data {
    let folder = try TemporaryFolder()
    let plain = folder.file("plain.pdf")
    let outcome = try Program.tool("qpdf").run(
      ["--qdf", "--object-streams=disable", file.path, plain.path],
      in: folder.url
    )
    guard outcome.status == 0 else { throw ToolFailure(outcome: outcome) }
    return try Data(contentsOf: plain)
  }
}

/// What a sample file tells of persons.
private struct Secrets {
  private(set) var names: Set<String> = []
  private(set) var numbers: Set<String> = []
  /// The days of birth, as records write them.
  private(set) var days: Set<String> = []

  init(of file: URL) throws {
    let text = try String(contentsOf: file, encoding: .utf8)
    for match in text.matches(of: /"(idNumber|phone|mobile|account)":\s*"([^"]+)"/) {
      numbers.insert(String(match.output.2))
    }
    for match in text.matches(of: /"(?:employee|legalRep|contact|agent)":\s*\{"name":\s*"([^"]+)"/)
    {
      names.insert(String(match.output.1))
    }
    for match in text.matches(of: /"idNumber":\s*"\d{6}(\d{4})(\d\d)(\d\d)/) {
      days.insert("\(match.output.1)-\(match.output.2)-\(match.output.3)")
    }
  }

  /// Returns the names and numbers that stand in `text`, with or without white space inside.
  func found(in text: String) -> [String] {
    // Bytes are found a hundred times sooner than characters, which nothing that is masked combines with.
    let (written, dense) = (Data(text.utf8), Data(dense(text).utf8))
    return names.union(numbers).filter { secret in
      written.holds(secret) || dense.holds(secret.replacing(" ", with: ""))
    }.sorted()
  }

  /// Returns the names and numbers in the bytes of a PDF: as UTF-8, as UTF-16, and as the hexadecimal digits of that.
  func foundInBytes(_ bytes: Data) -> [String] {
    let lowered = Data(bytes.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 })
    return names.union(numbers).filter { secret in
      let wide = secret.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
      let digits = wide.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
      return bytes.holds(secret) || bytes.range(of: Data(wide)) != nil || lowered.holds(digits)
    }.sorted()
  }
}

extension Data {
  fileprivate func holds(_ text: String) -> Bool { range(of: Data(text.utf8)) != nil }
}
