import DocumentTree
import HTML
import Styling
import Testing

@Test func aWatermarkIsTextInTheStylesheetNeverMarkup() {
  func css(_ words: String?) -> String {
    var style = landscape
    style.watermark = words
    var sheet = DocumentStylesheet()
    sheet.gather(from: Document(title: "", body: []))
    return sheet.css(style: style, theme: "")
  }
  #expect(css("样张").contains(#"content: "样张""#))
  #expect(!css(nil).contains(".sheet::before"))
  #expect(!css("").contains(".sheet::before"))
  #expect(!css(#""</style><b>"#).contains("</style><b>"))
}
