import Mustache
import TestSupport
import Testing

@testable import Site

/// What templates may do with values: texts in lists in lists, absent ones, flags, other templates, some of them indented.
private let sources = [
  "outer": """
  <a>{{one}}|{{{two}}}|{{^one}}none{{/one}}{{#two}}[{{two}}{{one}}]{{/two}}
    {{> inner}}
  {{#many}}
  {{one}}{{#flag}}!{{/flag}}{{#inside}}({{two}}{{one}}){{/inside}}{{^inside}}-{{/inside}}
  {{/many}}
  {{> inner}}{{^flag}}no{{/flag}}{{unknown}}</a>
  """,
  "inner": """
  {{one}}
  {{{two}}}{{#flag}}{{three}}{{/flag}}
  {{#many}}{{> leaf}}{{/many}}

  """,
  "leaf": "{{one}}/{{three}}\n",
].map { ThemeSource.Template(name: $0, text: $1) }

/// Values by chance, and the same as the library takes them without frames.
private func randomValues(
  _ generator: inout SeededGenerator,
  depth: Int = 0
) -> (values: PageValues, plain: [String: Any]) {
  var (values, plain): (PageValues, [String: Any]) = ([:], [:])
  for name in ["one", "two", "three"] where Bool.random(using: &generator) {
    let text =
      ["", "文", "a{{b}}c", "两行\n", "\n", "x\ny", "1"].randomElement(using: &generator) ?? ""
    values[name] = .markup(text)
    if !text.isEmpty { plain[name] = text }
  }
  if Bool.random(using: &generator) {
    let flag = Bool.random(using: &generator)
    (values["flag"], plain["flag"]) = (.flag(flag), flag)
  }
  for name in ["many", "inside"] where depth < 3 && Bool.random(using: &generator) {
    let count = Int.random(in: 0...3, using: &generator)
    let items = (0..<count).map { _ in randomValues(&generator, depth: depth + 1) }
    (values[name], plain[name]) = (.list(items.map(\.values)), items.map(\.plain))
  }
  return (values, plain)
}

@Suite struct TemplatesTests {
  @Test func aFrameGivesWhatTheTemplateWouldHaveMade() throws {
    var generator = SeededGenerator(seed: 11)
    let templates = try Templates(sources, needed: ["outer"], theme: "x")
    var library = MustacheLibrary()
    for source in sources {
      try library.register("{{% CONTENT_TYPE:TEXT}}\n" + source.text, named: source.name)
    }
    for number in 1...2000 {
      let (values, plain) = randomValues(&generator)
      let made = try templates.text("outer", with: values)
      #expect(made == library.render(plain, withTemplate: "outer"), "case \(number)")
    }
  }

  @Test func textIsEscapedAndMarkupIsNot() throws {
    let templates = try Templates(
      [.init(name: "page", text: "{{a}}{{{a}}}{{b}}{{{b}}}")],
      needed: [],
      theme: "x"
    )
    let values: PageValues = ["a": .text("<&\">"), "b": .markup("<br>")]
    let text = "&lt;&amp;&quot;&gt;"
    #expect(try templates.text("page", with: values) == "\(text)\(text)<br><br>")
  }

  @Test func valuesOfOneShapeKeepTheirOwnTexts() throws {
    let templates = try Templates(
      [.init(name: "page", text: "{{#list}}{{a}},{{/list}}{{b}}")],
      needed: [],
      theme: "x"
    )
    func page(_ items: [String], _ text: String) throws -> String {
      let list = items.map { ["a": PageValue.text($0)] }
      return try templates.text("page", with: ["list": .list(list), "b": .text(text)])
    }
    #expect(try page(["1", "2"], "3") == "1,2,3")
    #expect(try page(["4", "5"], "6") == "4,5,6")
    #expect(try page(["4"], "6") == "4,6")
    #expect(try page(["4", ""], "6") == "4,,6")
    #expect(try page(["", "4"], "") == ",4,")
  }

  @Test func aTemplateCannotMakeUpMarks() throws {
    let templates = try Templates(
      [.init(name: "page", text: "\u{1}9\u{2}{{a}}\u{1}x\u{2}\u{1}")],
      needed: [],
      theme: "x"
    )
    #expect(try templates.text("page", with: ["a": .text("文")]) == "文x\u{2}")
  }

  @Test func aTemplateThatIsNotThereIsNamed() throws {
    let templates = try Templates([], needed: [], theme: "x")
    #expect(throws: SiteFailure.self) { try templates.text("page", with: [:]) }
    #expect(throws: SiteFailure.self) { try Templates([], needed: ["page"], theme: "x") }
  }
}
