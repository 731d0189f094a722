public import Diagnostics
import DocumentTree

/// A web address that pages of guides lead to.
public struct OutsideLink: Sendable, Hashable {
  /// The address without its fragment.
  public var address: String
  /// Where it stands for the first time.
  public var origin: Origin
}

extension Guide {
  /// The web addresses that the guide's pages lead to, each once, in reading order.
  public var outsideLinks: [OutsideLink] {
    var links: [OutsideLink] = []
    var known: Set<Substring> = []
    for block in pages.flatMap(\.document.body) {
      block.visitInlines { inline in
        guard case .link(let link) = inline else { return }
        let address = link.destination.prefix { $0 != "#" }
        let isWeb = ["http://", "https://"].contains { address.lowercased().hasPrefix($0) }
        if isWeb, known.insert(address).inserted {
          links.append(OutsideLink(address: String(address), origin: link.origin))
        }
      }
    }
    return links
  }
}
