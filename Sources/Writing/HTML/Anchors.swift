/// The ids that stand in a page already; no two elements may share one.
struct Anchors {
  private var timesUsed: [String: Int] = [:]

  /// Returns `id` when it is free, otherwise `id` with the next number that is.
  mutating func claim(_ id: String) -> String {
    let id = Anchors.valid(id)
    var times = timesUsed[id, default: 0] + 1
    timesUsed[id] = times
    guard times > 1 else { return id }
    while timesUsed["\(id)-\(times)"] != nil { times += 1 }
    timesUsed[id] = times
    timesUsed["\(id)-\(times)"] = 1
    return "\(id)-\(times)"
  }

  /// Returns whether no element has `id` yet.
  func isFree(_ id: String) -> Bool { timesUsed[Anchors.valid(id)] == nil }

  /// Returns `id` without the white space that HTML forbids in ids.
  static func valid(_ id: String) -> String {
    // Nearly all ids have none; to look at characters one by one takes far longer than to see that.
    guard id.unicodeScalars.contains(where: \.properties.isWhitespace) else { return id }
    return String(id.map { $0.isWhitespace ? "-" : $0 })
  }
}
