import Diagnostics
import Markdown
import Testing

/// Where a field could never be filled.
@Test(
  arguments: [
    ("见[这里](http://a.example/{{c.no}})", "http://a.example/{{c.no}}"),
    ("见![图](a{{c.no}}.png)", "a{{c.no}}.png"),
    ("见![{{e.name}}的照片](a.png)", "{{e.name}}的照片"),
    ("见![图](a.png \"{{e.name}}\")", "{{e.name}}"),
  ]
)
func aHoleInAnAddressOrAPictureIsAnError(_ text: String, _ found: String) {
  let complaints = readForm(text, file: "body.md").1
  #expect(complaints.map(\.code) == ["form.holePlace"])
  #expect(complaints.map(\.severity) == [.error])
  #expect(complaints.map(\.found) == [found])
}

@Test func aHoleInTheWordsOfALinkIsFilled() {
  #expect(readForm("见[{{e.name}}](http://a.example/)", file: "body.md").1 == [])
}
