import Geometry
import Testing

@testable import Artworks

private func svg(_ content: String, _ attributes: String = #"viewBox="0 0 100 50""#) -> [UInt8] {
  Array(#"<svg xmlns="http://www.w3.org/2000/svg" \#(attributes)>\#n\#(content)\#n</svg>"#.utf8)
}

private func failure(_ bytes: [UInt8]) -> ArtworkFailure? {
  #expect(throws: ArtworkFailure.self) { try readArtwork(bytes) }
}

@Test func filledPathsAreRead() throws {
  let file = svg(
    #"<title>印章</title><g fill="red"><path d="M0 0h100v50H0z"/></g><path d="M1,1 2,2"/>"#
  )
  let artwork = try readArtwork(file)
  #expect(artwork.size == Size(width: .mm(100), height: .mm(50)))
  #expect(artwork.paths.count == 2)
  #expect(
    artwork.paths[0].bounds == Rectangle(x: .zero, y: .zero, width: .mm(100), height: .mm(50))
  )
}

@Test func artworkIsScaledAsAWhole() throws {
  let file = svg(#"<path d="M10 20h100v50h-100z"/>"#, #"viewBox="10 20 100 50""#)
  let artwork = try readArtwork(file).fitted(into: Size(width: .mm(40), height: .mm(40)))
  #expect(artwork.size == Size(width: .mm(40), height: .mm(20)))
  #expect(artwork.paths[0].bounds == Rectangle(x: .zero, y: .zero, width: .mm(40), height: .mm(20)))
}

@Test func aSizeInPixelsCountsAsWell() throws {
  let file = svg(#"<path d="M0 0h1v1z"/>"#, #"width="30px" height="20""#)
  #expect(try readArtwork(file).size == Size(width: .mm(30), height: .mm(20)))
}

@Test(
  arguments: [
    (#"<script>alert(1)</script>"#, "script"), (#"<a href="x"><path d="M0 0h1v1z"/></a>"#, "“a”"),
    (#"<image href="x.png"/>"#, "image"), (#"<use href="x"/>"#, "use"),
    (#"<text>章</text>"#, "text"),
    (#"<style>*{}</style>"#, "style"), (#"<path style="fill:red" d="M0 0h1v1z"/>"#, "样式"),
    (#"<g transform="scale(2)"/>"#, "变换"), (#"<path stroke="red" d="M0 0h1v1z"/>"#, "描边"),
    (#"<path fill="none" d="M0 0h1v1z"/>"#, "没有填色"),
    (#"<path fill-rule="evenodd" d="M0 0h1v1z"/>"#, "奇偶"), (#"<svg viewBox="0 0 1 1"/>"#, "svg"),
  ]
)
func whateverIsNotAFilledPathIsRefused(_ content: String, _ word: String) throws {
  let found = try #require(failure(svg(content)))
  guard case .forbidden(let line, let what) = found else {
    Issue.record("\(found)")
    return
  }
  #expect(line == 2 && what.contains(word), "\(what)")
}

@Test func entitiesAndFilesFromElsewhereAreRefused() throws {
  let bomb =
    #"<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]><svg>&b;</svg>"#
  guard case .forbidden(line: 1, _)? = failure(Array(bomb.utf8)) else {
    Issue.record("a document type is refused in its line")
    return
  }
}

@Test(arguments: ["", "<", "<svg", "\0\u{1}", "<p/>", "不是SVG", "<svg><path d='M0 0'/>"])
func whatIsNoSVGIsRefused(_ text: String) {
  #expect(failure(Array(text.utf8)) != nil)
}

@Test func anEmptyOrSizelessFileIsRefused() {
  #expect(failure(svg("")) == .empty)
  #expect(failure(svg(#"<path d=""/>"#)) == .empty)
  #expect(failure(svg(#"<path d="M0 0h1v1z"/>"#, "")) == .size)
  #expect(failure(svg(#"<path d="M0 0h1v1z"/>"#, #"viewBox="0 0 0 5""#)) == .size)
  #expect(failure(svg(#"<path d="M0 0h1v1z"/>"#, #"viewBox="0 0 1 21""#)) == .size)
  #expect(failure(svg(#"<path d="M0 0h151v1z"/>"#)) == .outside)
  #expect(failure([UInt8](repeating: 32, count: 600_000)) == .tooLarge(bytes: 600_000))
}

@Test func artworkIsKeptAsNothingButItsContours() throws {
  let file = svg(#"<g onload="alert(1)" fill="red"><path id="x" d="M10 10c5 0 5 5 0 5z"/></g>"#)
  let artwork = try readArtwork(file)
  let kept = try artwork.svg()
  #expect(!kept.contains("onload") && !kept.contains("red"))
  let again = try readArtwork(Array(kept.utf8))
  #expect(again.size == Size(width: .mm(100), height: .mm(50)))
  #expect(again.paths == artwork.paths)
}
