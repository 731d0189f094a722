import CCairo

/// Which pixels of a picture are inked.
struct PixelMask {
  /// Pixels from left to right.
  let width: Int
  /// Pixels from top to bottom.
  let height: Int
  private var inked: [Bool]

  /// The sides that a picture may have: less would show its pixels, more is a scan that was not cut out.
  static let sides = 300...2000

  /// Reads a PNG file; a pixel is inked when any of its colours is darker than half, as red and black are.
  init(png bytes: [UInt8]) throws(ArtworkFailure) {
    // The size stands in front, so that a small file that swells is never opened.
    guard bytes.count > 24 else { throw .picture }
    let sides = [bytes[16..<20], bytes[20..<24]].map { $0.reduce(0) { $0 << 8 | Int($1) } }
    guard sides.allSatisfy({ $0 <= PixelMask.sides.upperBound }),
      let longer = sides.max(), longer >= PixelMask.sides.lowerBound
    else { throw .pixels(width: sides[0], height: sides[1]) }
    let surface = try PictureSurface(png: bytes)
    (width, height) = (sides[0], sides[1])
    inked = try surface.darkPixels(width: sides[0], height: sides[1])
  }

  /// Whether the pixel is inked; none beyond the edges is.
  subscript(x: Int, y: Int) -> Bool {
    x >= 0 && y >= 0 && x < width && y < height && inked[y * width + x]
  }
}

/// The owner of a picture that cairo has decoded.
@safe private final class PictureSurface {
  private let surface: OpaquePointer

  init(png bytes: [UInt8]) throws(ArtworkFailure) {
    let feed = ByteFeed(bytes)
    let opened = unsafe withExtendedLifetime(feed) {
      unsafe cairo_image_surface_create_from_png_stream(
        { context, buffer, count in
          guard let context = unsafe context, let buffer = unsafe buffer else {
            return CAIRO_STATUS_READ_ERROR
          }
          let feed = unsafe Unmanaged<ByteFeed>.fromOpaque(context).takeUnretainedValue()
          let room = unsafe UnsafeMutableRawBufferPointer(start: buffer, count: Int(count))
          return unsafe feed.read(into: room) == Int(count)
            ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_READ_ERROR
        },
        unsafe Unmanaged.passUnretained(feed).toOpaque()
      )
    }
    guard let opened = unsafe opened else { throw .picture }
    unsafe surface = opened
    guard unsafe cairo_surface_status(opened) == CAIRO_STATUS_SUCCESS else { throw .picture }
  }

  deinit {
    unsafe cairo_surface_destroy(surface)
  }

  /// Returns, row by row, whether any colour of a pixel on white is darker than half.
  func darkPixels(width: Int, height: Int) throws(ArtworkFailure) -> [Bool] {
    let format = unsafe cairo_image_surface_get_format(surface)
    guard format == CAIRO_FORMAT_ARGB32 || format == CAIRO_FORMAT_RGB24,
      Int(unsafe cairo_image_surface_get_width(surface)) == width,
      Int(unsafe cairo_image_surface_get_height(surface)) == height,
      let data = unsafe cairo_image_surface_get_data(surface)
    else { throw .picture }
    let stride = Int(unsafe cairo_image_surface_get_stride(surface))
    let rows = unsafe UnsafeRawBufferPointer(start: data, count: stride * height)
    var dark = [Bool](repeating: false, count: width * height)
    for y in 0..<height {
      for x in 0..<width {
        let pixel = unsafe rows.loadUnaligned(fromByteOffset: y * stride + x * 4, as: UInt32.self)
        // Colours are multiplied by their opacity already; what is missing of it is white.
        let paper = format == CAIRO_FORMAT_ARGB32 ? 255 - pixel >> 24 : 0
        let darkest = min(pixel >> 16 & 0xFF, pixel >> 8 & 0xFF, pixel & 0xFF)
        dark[y * width + x] = darkest + paper < 128
      }
    }
    return dark
  }
}
