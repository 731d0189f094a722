import Diagnostics
import DocumentTree

/// A page's blocks with every link and picture led to where the portal has it.
struct LinkedPage {
  /// What was found while the links were led.
  fileprivate struct Findings {
    var diagnostics: [Diagnostic] = []
    var files: Set<String> = []
    var destinations: [String] = []
    var targets: [String] = []
  }

  /// The blocks below the title.
  private(set) var blocks: [Block<Never>] = []
  /// A complaint for each link and picture that leads nowhere.
  private(set) var diagnostics: [Diagnostic] = []
  /// The files that the page links to or shows, by their path below the portal's folder.
  private(set) var files: Set<String> = []
  /// The destinations of the links and pictures, as they are written.
  private(set) var destinations: [String] = []
  /// Where those lead, in words (`LinkTarget.words`).
  private(set) var targets: [String] = []
  /// The blocks cut at the headings, in reading order.
  private(set) var sections: [PageSection] = []
  private let page: GuidePage
  private let guide: Guide
  private let finder: LinkFinder

  /// Leads the links of `page`.
  init(_ page: GuidePage, of guide: Guide, finder: LinkFinder) {
    self.page = page
    self.guide = guide
    self.finder = finder
    var found = Findings()
    blocks = page.content.map { block in
      let linked = block.leads ? block.mappingInlines { led($0, &found) } : block
      return page.figures.isEmpty ? linked : linked.mappingFigures { led($0, &found) }
    }
    (diagnostics, files) = (found.diagnostics, found.files)
    (destinations, targets) = (found.destinations, found.targets)
    sections = PageSection.sections(of: blocks)
  }

  private func led(_ inline: Inline<Never>, _ found: inout Findings) -> [Inline<Never>] {
    switch inline {
    case .link(let link): led(link, &found)
    case .image(let image): led(image, &found)
    default: [inline]
    }
  }

  private func led(_ link: Link<Never>, _ found: inout Findings) -> [Inline<Never>] {
    let here = page.path(in: guide)
    let target = target(of: link.destination, &found)
    var link = link.named(after: target, seenFrom: guide)
    switch target {
    case .outside: break
    case .file(let path):
      found.files.insert(path)
      link.destination = reference(from: here, to: path)
    case .page(let other, let target, let anchor):
      let isHere = other.id == guide.id && target.slug == page.slug
      let path = isHere ? "" : reference(from: here, to: target.path(in: other))
      let fragment = anchor.map { "#\(segment($0))" } ?? ""
      link.destination = path + fragment
      if link.destination.isEmpty { link.destination = "#content" }
    case .nowhere(let fault):
      found.diagnostics.append(fault.diagnostic(at: link.origin))
      return link.content
    }
    return [.link(link)]
  }

  /// Returns where `destination` leads, and notes both.
  private func target(of destination: String, _ found: inout Findings) -> LinkTarget {
    let target = finder.target(of: destination, in: page, of: guide)
    found.destinations.append(destination)
    found.targets.append(target.words(seenFrom: guide))
    return target
  }

  private func led(_ figure: Figure, _ found: inout Findings) -> Figure {
    guard case .sample(let sample) = figure.content else { return figure }
    var figure = figure
    if let link = finder.documents.first(where: { $0.matches(sample) }) {
      figure.content = .sample(sample.found(as: link, from: page.path(in: guide)))
    } else {
      found.diagnostics.append(sample.missing(at: figure.origin, among: finder.documents))
    }
    return figure
  }

  private func led(_ image: Image, _ found: inout Findings) -> [Inline<Never>] {
    var image = image
    switch target(of: image.source, &found) {
    case .file(let path):
      found.files.insert(path)
      if image.alternative.allSatisfy(\.isWhitespace) {
        found.diagnostics.append(image.missingAlternative)
      }
      image.source = reference(from: page.path(in: guide), to: path)
      return [.image(image)]
    case .outside:
      found.diagnostics.append(outsidePicture(image))
    case .page:
      found.diagnostics.append(
        LinkFault(code: "guide.brokenImage", message: "图片“\(image.source)”不是图片文件")
          .diagnostic(at: image.origin)
      )
    case .nowhere(var fault):
      fault.code = "guide.brokenImage"
      found.diagnostics.append(fault.diagnostic(at: image.origin))
    }
    return [.text(image.alternative, image.origin)]
  }

  private func outsidePicture(_ image: Image) -> Diagnostic {
    LinkFault(
      code: "guide.outsideImage",
      message: "图片“\(image.source)”在别的网站，离线时看不到",
      advice: "请把图片存到指南的文件夹里再引用"
    ).diagnostic(at: image.origin)
  }
}

extension Block where Hole == Never {
  /// Whether a link or a picture stands in the block; to look is cheaper than to write a block anew, and most have none.
  fileprivate var leads: Bool {
    var leads = false
    visitInlines { inline in
      switch inline {
      case .link, .image: leads = true
      default: break
      }
    }
    return leads
  }
}

extension Image {
  /// The complaint about a picture that says nothing to those who cannot see it.
  fileprivate var missingAlternative: Diagnostic {
    Diagnostic(
      "guide.missingAlternative",
      .warning,
      at: origin,
      "图片没有替代文字，看不见图的人不知道画的是什么",
      found: "\(source)",
      expected: "![图里有什么](文件名)"
    )
  }
}

extension LinkFault {
  /// Returns the complaint at the place of the link.
  func diagnostic(at origin: Origin) -> Diagnostic {
    Diagnostic(code, at: origin, message, advice: advice)
  }
}

extension GuidePage {
  /// The blocks below the page's title.
  var content: [Block<Never>] {
    let body = document.body
    guard case .heading(let heading) = body.first, heading.level == 1 else { return body }
    return Array(body.dropFirst())
  }
}
