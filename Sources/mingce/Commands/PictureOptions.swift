import ArgumentParser
import Diagnostics
import Issuing

/// The options that say which pages become pictures, and how fine these are.
struct PictureOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp("图片只画这些页，例如 2 或者 1-3；不写就是全部。", valueName: "页"))
  var pages: PageRange?

  @Option(
    name: .long,
    help: ArgumentHelp("PNG 的分辨率，每英寸 20 至 600 点，默认 96。", valueName: "点数")
  )
  var resolution: Resolution?

  /// What was chosen.
  var choices: PreviewChoices {
    guard let resolution else { return PreviewChoices(pages: pages?.pages) }
    return PreviewChoices(pages: pages?.pages, resolution: resolution.value)
  }

  /// Refuses what none of `formats` heeds.
  func check(against formats: [OutputFormat]) throws(CommandFailure) {
    if pages != nil, !formats.contains(where: { $0.picture != nil }) {
      throw .usage("--pages 只用于图片，格式要写 svg 或者 png")
    }
    if resolution != nil, !formats.contains(.png) {
      throw .usage("--resolution 只用于 png")
    }
  }
}

/// A page or several in a row, such as `2` or `1-3`.
struct PageRange: ExpressibleByArgument {
  let pages: ClosedRange<Int>

  init?(argument: String) {
    let ends = argument.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard ends.count <= 2, case (let first??, let last??) = (ends.first, ends.last) else {
      return nil
    }
    guard first >= 1, first <= last else { return nil }
    pages = first...last
  }
}

/// Pixels to the inch.
struct Resolution: ExpressibleByArgument {
  let value: Int

  init?(argument: String) {
    guard let value = Int(argument), PreviewChoices.resolutions.contains(value) else { return nil }
    self.value = value
  }
}
