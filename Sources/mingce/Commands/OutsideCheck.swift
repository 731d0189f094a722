import Addresses
import Diagnostics
import Issuing
import Site

/// Asks the servers of other sites whether the pages that guides lead to are there.
struct OutsideCheck {
  /// How many are asked at a time; most of the time is spent waiting.
  private static var askedAtOnce: Int { 8 }

  /// Returns a warning for each address of `guides` that leads nowhere.
  func complaints(about guides: [Guide]) -> [Diagnostic] {
    var links: [OutsideLink] = []
    for link in guides.flatMap(\.outsideLinks)
    where !links.contains(where: { $0.address == link.address }) { links.append(link) }
    let verdicts = madeSideBySide("links", links, workers: Self.askedAtOnce, atOnce: 1) { link in
      AddressProbe()?.verdict(on: link.address) ?? .silent(reason: "没有安装 libcurl4")
    }
    return zip(links, verdicts).compactMap { link, verdict in complaint(about: link, verdict) }
  }

  private func complaint(about link: OutsideLink, _ verdict: AddressVerdict) -> Diagnostic? {
    let message: Message
    switch verdict {
    case .there: return nil
    case .refused(let status): message = "网址打不开，对方回答 \(status)"
    case .silent(let reason): message = "网址打不开，连接不上（\(reason)）"
    }
    return Diagnostic(
      "guide.deadAddress",
      .warning,
      at: link.origin,
      message,
      found: link.address,
      advice: "请在浏览器里核对；对方暂时有故障的，过后再查"
    )
  }
}
