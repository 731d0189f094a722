import Diagnostics
import Geometry
import Pages
import TestSupport
import Testing

@testable import Preview

@Suite struct PNGTests {
  @Test func aSheetLooksAsItsPDFDoes() throws {
    let sheet = try SmallSheet()
    let png = try PageArtist(fonts: sheet.fonts).png(of: sheet.page, resolution: 400)
    let drawn = try Pixels(ofPDF: sheet.pdf(), resolution: 400)
    let ours = try Pixels(ofPNG: png)
    #expect((ours.width, ours.height) == (drawn.width, drawn.height))
    #expect(alikeness(ours, drawn) >= 0.995)
    #expect(alikeness(drawn, ours) >= 0.995)
  }

  @Test func theMeasureTellsSheetsApart() throws {
    let sheet = try SmallSheet()
    let artist = PageArtist(fonts: sheet.fonts)
    var bare = sheet.page
    bare.items.removeAll { if case .glyphs = $0 { true } else { false } }
    let one = try Pixels(ofPNG: artist.png(of: sheet.page, resolution: 400))
    let other = try Pixels(ofPNG: artist.png(of: bare, resolution: 400))
    #expect(alikeness(one, one) == 1)
    #expect(alikeness(one, other) < 0.99)
  }

  @Test(arguments: [20, 96, 600])
  func theResolutionDecidesTheSize(_ resolution: Int) throws {
    let page = Page(number: 1, size: Size(width: .mm(50.8), height: .mm(25.4)))
    let fonts = try TestFonts.library()
    let png = try Pixels(ofPNG: PageArtist(fonts: fonts).png(of: page, resolution: resolution))
    #expect((png.width, png.height) == (2 * resolution, resolution))
    #expect(png.values.allSatisfy { $0 == 255 })
  }

  @Test func aSheetBeyondAllSizeIsRefused() throws {
    let page = Page(number: 1, size: Size(width: .mm(2000), height: .mm(25.4)))
    let artist = PageArtist(fonts: try TestFonts.library())
    let failure = #expect(throws: PreviewFailure.self) {
      _ = try artist.png(of: page, resolution: 600)
    }
    #expect(failure?.message == "图片过大：47245 × 600 点；请减小分辨率")
  }
}
