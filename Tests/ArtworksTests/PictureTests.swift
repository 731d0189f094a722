import Fonts
import Geometry
import Pages
import Preview
import Styling
import TestSupport
import Testing

@testable import Artworks

@Suite struct PictureTests {
  /// A sheet of 40 mm as a PNG of 400 pixels, so that areas in whole millimetres end at pixels.
  private func png(
    _ areas: [(Rectangle, Ink)],
    side: Double = 40,
    resolution: Int = 254
  ) throws -> [UInt8] {
    let page = Page(
      number: 1,
      size: Size(width: .mm(side), height: .mm(side)),
      items: areas.map { .fill($0.0, $0.1) }
    )
    return try PageArtist(fonts: try TestFonts.library()).png(of: page, resolution: resolution)
  }

  private func area(_ left: Double, _ top: Double, _ side: Double) -> Rectangle {
    Rectangle(x: .mm(left), y: .mm(top), width: .mm(side), height: .mm(side))
  }

  private func failure(_ bytes: [UInt8]) -> ArtworkFailure? {
    #expect(throws: ArtworkFailure.self) { try readArtwork(bytes) }
  }

  /// Twice the area that a contour of straight lines encloses, negative when it runs to the left.
  private func areas(_ path: Path) -> [Double] {
    path.steps.split(separator: .close).map { contour in
      let places = Path(steps: Array(contour)).places
        .map { (x: $0.x.millimetres, y: $0.y.millimetres) }
      return zip(places, places.dropFirst() + places.prefix(1))
        .reduce(0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y }
    }
  }

  @Test func contoursRunAroundTheInkAndAgainstThatAroundHoles() throws {
    let file = try png([(area(5, 5, 30), .sealRed), (area(10, 10, 20), Ink(grey: 255))])
    let artwork = try readArtwork(file)
    #expect(artwork.size == Size(width: .mm(400), height: .mm(400)))
    #expect(areas(artwork.paths[0]) == [180_000, -80_000])
    #expect(artwork.paths[0].steps.count == 10)
  }

  /// Two squares that touch at a corner are two contours of four sides.
  @Test func inkThatTouchesAtACornerStaysApart() throws {
    let file = try png([(area(5, 5, 10), .black), (area(15, 15, 10), .black)])
    #expect(areas(try readArtwork(file).paths[0]) == [20_000, 20_000])
  }

  @Test func palePixelsAreNoInk() throws {
    #expect(failure(try png([(area(5, 5, 30), Ink(grey: 200))])) == .empty)
  }

  @Test func pixelsAreNeitherTooFewNorTooMany() throws {
    let black = [(area(1, 1, 5), Ink.black)]
    #expect(failure(try png(black, resolution: 100)) == .pixels(width: 158, height: 158))
    #expect(failure(try png(black, side: 210)) == .pixels(width: 2100, height: 2100))
  }

  @Test func aBrokenPictureIsRefusedWhereverItBreaks() throws {
    let file = try png([(area(5, 5, 30), .black)])
    for count in stride(from: 4, to: file.count - 1, by: 37) {
      #expect(failure(Array(file.prefix(count))) != nil)
    }
    var huge = file
    huge[16] = 0x7F
    #expect(failure(huge) == .pixels(width: 0x7F00_0190, height: 400))
  }

  @Test func specksWithoutEndAreRefused() throws {
    var random = SeededGenerator(seed: 1)
    let specks = (0..<9_000).map { _ in
      let place = (
        Double.random(in: 0...39, using: &random), Double.random(in: 0...39, using: &random)
      )
      return (area(place.0, place.1, 0.15), Ink.black)
    }
    #expect(failure(try png(specks, resolution: 400)) == .speckled)
  }
}
