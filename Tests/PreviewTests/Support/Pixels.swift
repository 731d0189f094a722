import CCairo
import Foundation

/// A grey picture, 0 (black) to 255 (white), row by row.
struct Pixels {
  var width: Int
  var height: Int
  var values: [UInt8]

  /// Reads a PNG file with a reader that our writer does not use.
  init(ofPNG bytes: [UInt8]) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "pixels-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "a.png")
    try Data(bytes).write(to: file)
    guard
      let surface = unsafe cairo_image_surface_create_from_png(file.path),
      unsafe cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS,
      let data = unsafe cairo_image_surface_get_data(surface)
    else { throw CocoaError(.fileReadCorruptFile) }
    defer { unsafe cairo_surface_destroy(surface) }
    width = Int(unsafe cairo_image_surface_get_width(surface))
    height = Int(unsafe cairo_image_surface_get_height(surface))
    let stride = Int(unsafe cairo_image_surface_get_stride(surface))
    values = []
    values.reserveCapacity(width * height)
    for row in 0..<height {
      for column in 0..<width {
        let place = row * stride + column * 4
        let sum = unsafe Int(data[place]) + Int(data[place + 1]) + Int(data[place + 2])
        values.append(UInt8(sum / 3))
      }
    }
  }

  /// Draws the first page of a PDF with poppler.
  init(ofPDF bytes: [UInt8], resolution: Int) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "pixels-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(bytes).write(to: folder.appending(path: "a.pdf"))
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/pdftoppm")
    process.arguments = ["-r", "\(resolution)", "-gray", "-singlefile", "a.pdf", "a"]
    process.currentDirectoryURL = folder
    try process.run()
    process.waitUntilExit()
    let file = [UInt8](try Data(contentsOf: folder.appending(path: "a.pgm")))
    // P5, width, height and 255, each ended by white space.
    let head = file.prefix(64).split(maxSplits: 4, omittingEmptySubsequences: false) {
      $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n")
    }
    guard
      head.count == 5, let width = Int(String(decoding: head[1], as: UTF8.self)),
      let height = Int(String(decoding: head[2], as: UTF8.self))
    else { throw CocoaError(.fileReadCorruptFile) }
    (self.width, self.height) = (width, height)
    values = Array(file.suffix(width * height))
  }

  /// Returns the picture averaged over squares of `factor` pixels, from `down` and `right` of its corner.
  func averaged(by factor: Int, down: Int, right: Int, _ rows: Int, _ columns: Int) -> [Int] {
    var sums = [Int](repeating: 0, count: rows * columns)
    for row in 0..<rows * factor {
      let start = (row + down) * width + right
      let line = row / factor * columns
      for column in 0..<columns * factor {
        sums[line + column / factor] += Int(values[start + column])
      }
    }
    return sums.map { $0 / (factor * factor) }
  }
}

/// Returns the share of pixels of one picture that the other has in their place, by the measure of
/// `Tests/Renderers/compare.py`: four fine pixels in a row make one, what stands a fine pixel aside counts as in place,
/// and a pixel is alike within 32 of 255.
func alikeness(_ one: Pixels, _ other: Pixels) -> Double {
  let (factor, reach, tolerance) = (4, 1, 32)
  let rows = (min(one.height, other.height) - 2 * reach) / factor
  let columns = (min(one.width, other.width) - 2 * reach) / factor
  let there = one.averaged(by: factor, down: reach, right: reach, rows, columns)
  var (least, most) = (there.map { _ in 255 }, there.map { _ in 0 })
  for down in 0...2 * reach {
    for right in 0...2 * reach {
      let moved = other.averaged(by: factor, down: down, right: right, rows, columns)
      for place in moved.indices {
        least[place] = min(least[place], moved[place])
        most[place] = max(most[place], moved[place])
      }
    }
  }
  let alike = there.indices.filter {
    there[$0] >= least[$0] - tolerance && there[$0] <= most[$0] + tolerance
  }
  return Double(alike.count) / Double(there.count)
}
