import Diagnostics
import TestSupport
import Testing

@testable import Site

/// A portal that remembers what it made before is the one that is made of nothing.
@Suite struct PortalMemoryTests {
  /// The files of two guides, some of whose pages lead to others.
  private struct Texts {
    var pages = [
      "01-start.md": "# 开始\n\n见[](02-new.md#办理)和[甲](../other/02-new.md)。\n\n## 登录\n",
      "02-new.md": "# 办理\n\n先查单位，再办理备案。\n\n## 办理\n\n[](#fig)\n",
      "03-faq.md": "# 问题\n\n```flow 次序 {#fig}\n(甲) -> (乙)\n```\n\n[图](<images/登录 页.png>)\n",
      "04-terms.md": "# 名词\n\n| 名词 | 意思 |\n| --- | --- |\n| 备案 | 登记 |\n",
    ]
    var title = "第一本"
    var setting = ""

    var names: [String] { pages.keys.sorted() }

    func source(_ folder: String) -> GuideSource {
      let list = names.map { "  - \($0)\n" }.joined()
      var source = sampleSource(
        yaml: "title: \(title)\nterms: 04-terms.md\npages:\n\(list)",
        pages: [:],
        folder: folder
      )
      source.pages = names.map {
        GuideSource.Page(name: $0, text: pages[$0] ?? "", path: "guides/\(folder)/\($0)")
      }
      return source
    }
  }

  private func portal(
    _ texts: Texts,
    _ memory: PortalMemory,
    standing: Set<String> = [],
    theme: Theme
  ) throws -> (files: [OutputFile], complaints: [String]) {
    let sources = [texts.source("sample"), texts.source("other")]
    let (guides, complaints) = openGuides(sources, workers: 2, memory: memory)
    let (files, diagnostics) = try buildPortal(
      SiteConfiguration(title: "帮助" + texts.setting, summary: ""),
      guides: guides,
      documents: [],
      forms: sampleForms,
      theme: theme,
      workers: 2,
      memory: memory,
      standing: standing,
      setting: texts.setting
    )
    return (files, (complaints + diagnostics).map(\.description))
  }

  /// What nobody remembers would be read once more for every place that needs it.
  @Test func pagesAreRememberedAsTheyWereReadLast() {
    let memory = PortalMemory()
    var texts = Texts()
    for text in ["# 开始\n", "# 又开始\n"] {
      texts.pages["01-start.md"] = text
      let source = texts.source("sample")
      _ = openGuides([source], workers: 2, memory: memory)
      let read = source.pages.map { memory.readings[$0.path]?.file.text }
      #expect(read == source.pages.map(\.text))
      texts.pages["04-terms.md"] = nil
    }
    #expect(memory.readings.count == 3)
  }

  private func edit(_ texts: inout Texts, _ number: Int, _ random: inout SeededGenerator) {
    let name = texts.names[Int.random(in: texts.names.indices, using: &random)]
    let text = texts.pages[name] ?? ""
    switch Int.random(in: 0..<9, using: &random) {
    case 0: texts.pages[name] = text + "\n又一段备案\(number)。\n"
    case 1: texts.pages[name] = text.replacing("## ", with: "## 新\(number)", maxReplacements: 1)
    case 2: texts.pages[name] = text.replacing("# ", with: "# 又", maxReplacements: 1)
    case 3: texts.pages["05-\(number).md"] = "# 加\(number)\n\n[](01-start.md)、[](#fig)\n"
    case 4:
      texts.pages["00-\(number).md"] =
        "# 前\(number)\n\n```flow 图 {#fig\(number)}\n(甲) -> (乙)\n```\n"
    case 5 where texts.pages.count > 4:
      texts.pages[texts.names.first { $0.hasPrefix("05") || $0.hasPrefix("00") } ?? ""] = nil
    case 6: texts.title += "改"
    case 7: texts.setting += "换"
    default: texts.pages["04-terms.md"] = text + "| 单位\(number % 3) | 用人的 |\n"
    }
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func anyRowOfEditsGivesWhatANewMemoryGives(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let (memory, theme) = (PortalMemory(), try officeTheme())
    var texts = Texts()
    for number in 1...12 {
      edit(&texts, number, &random)
      let again = try portal(texts, memory, theme: theme)
      let clean = try portal(texts, PortalMemory(), theme: theme)
      #expect(again.complaints == clean.complaints, "seed \(seed), edit \(number)")
      for (one, other) in zip(again.files, clean.files) where one != other {
        Issue.record("seed \(seed), edit \(number): \(one.path) differs")
      }
      #expect(again.files.count == clean.files.count)
    }
  }

  /// A process that knows only what another has kept leaves what is as it should be, and makes all else.
  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func whatOneProcessKeepsServesTheNext(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let theme = try officeTheme()
    var (texts, kept, disk, left) = (Texts(), [UInt8](), [String: [UInt8]](), 0)
    for number in 1...12 {
      edit(&texts, number, &random)
      let taken = disk.keys.sorted().randomElement(using: &random)
      if let taken, number % 3 == 0 { disk[taken] = nil }
      let memory = PortalMemory()
      memory.recall(kept, as: "\(number - 1)")
      let again = try portal(texts, memory, standing: Set(disk.keys), theme: theme)
      let clean = try portal(texts, PortalMemory(), theme: theme)
      #expect(again.complaints == clean.complaints, "seed \(seed), edit \(number)")
      #expect(again.files.map(\.path) == clean.files.map(\.path), "seed \(seed), edit \(number)")
      left += again.files.count(where: \.stands)
      disk = Dictionary(
        uniqueKeysWithValues: again.files.map { file in
          (file.path, file.stands ? disk[file.path] ?? [] : file.bytes)
        }
      )
      for file in clean.files where disk[file.path] != file.bytes {
        Issue.record("seed \(seed), edit \(number): \(file.path) differs")
      }
      kept = memory.packed(as: "\(number)")
    }
    #expect(left > 0)
  }

  @Test func whatWasKeptUnderAnotherNameOrIsDamagedCountsForNothing() throws {
    let (memory, theme) = (PortalMemory(), try officeTheme())
    let made = try portal(Texts(), memory, theme: theme).files
    let (kept, paths) = (memory.packed(as: "甲"), Set(made.map(\.path)))
    func left(_ bytes: [UInt8], as name: String) throws -> Int {
      let memory = PortalMemory()
      memory.recall(bytes, as: name)
      return try portal(Texts(), memory, standing: paths, theme: theme).files.count(where: \.stands)
    }
    #expect(try left(kept, as: "甲") > 8)
    #expect(try left(kept, as: "乙") == 0)
    var random = SeededGenerator(seed: 5)
    for _ in 0..<20 {
      var damaged = kept
      damaged[Int.random(in: kept.indices, using: &random)] ^=
        1 << UInt8.random(in: 0..<8, using: &random)
      #expect(try left(damaged, as: "甲") == 0)
      #expect(
        try left(Array(kept.prefix(Int.random(in: 0..<kept.count, using: &random))), as: "甲") == 0
      )
    }
  }

  @Test func threadsChangeNothing() throws {
    let guides = [try sampleGuide(), try sampleGuide(folder: "another")]
    func files(_ workers: Int) throws -> [OutputFile] {
      try buildPortal(
        sampleSite,
        guides: guides,
        documents: sampleDocuments,
        forms: sampleForms,
        theme: officeTheme(),
        workers: workers
      ).files
    }
    #expect(try files(1) == files(4))
  }
}
