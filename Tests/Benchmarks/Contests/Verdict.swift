/// What the figures of a contest say against what was asked for.
enum Verdict {
  /// Returns how many times longer than `ours` a peer took, with the goal beside it.
  static func ratio(of peer: Double, to ours: Double, goal: Double?) -> String {
    guard ours > 0 else { return "—" }
    let ratio = peer / ours
    let text = "\(Figure.fixed(ratio, ratio < 100 ? 1 : 0)) 倍"
    guard let goal else { return text }
    return text + "（目标 \(Figure.fixed(goal, 0)) 倍，\(word(ratio >= goal))）"
  }

  /// Returns whether our own time and memory are within their limits, or nothing where there are none.
  static func limits(seconds: Double, peakMiB: Double, of contest: Contest) -> String {
    var parts: [String] = []
    if let limit = contest.seconds {
      parts.append("目标 \(Figure.seconds(limit)) 秒，\(word(seconds < limit))")
    }
    if let limit = contest.megabytes {
      let megabytes = peakMiB * Double(1 << 20) / 1e6
      parts.append(
        "\(Figure.fixed(megabytes, 0)) MB，目标 \(Figure.fixed(limit, 0)) MB，\(word(megabytes < limit))"
      )
    }
    return parts.joined(separator: "；")
  }

  private static func word(_ isReached: Bool) -> String { isReached ? "达到" : "未达到" }
}
