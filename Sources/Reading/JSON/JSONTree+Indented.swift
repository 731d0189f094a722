extension JSONTree {
  /// Returns `value` as JSON for people: members and elements on lines of their own, in the order in which they stand.
  ///
  /// Only the members `names` of the outermost object are kept where they are given. What holds neither arrays nor
  /// objects stands on one line.
  public func indented(_ value: Int = 0, depth: Int = 0, members names: [String]? = nil) -> String {
    let children = children(of: value).filter { names?.contains(key(of: $0)) ?? true }
    switch kind(of: value) {
    case .object: return lines(of: children, "{", "}", depth)
    case .array: return lines(of: children, "[", "]", depth)
    default: return String(decoding: canonical(of: value), as: UTF8.self)
    }
  }

  private func lines(of children: [Int], _ open: String, _ close: String, _ depth: Int) -> String {
    let isFlat = children.allSatisfy { kind(of: $0) != .object && kind(of: $0) != .array }
    let parts = children.map { child in
      let name = open == "{" ? Self.quoted(key(of: child)) + ": " : ""
      return name + indented(child, depth: depth + 1)
    }
    if isFlat { return open + parts.joined(separator: ", ") + close }
    let margin = String(repeating: "  ", count: depth)
    let lines = parts.map { margin + "  " + $0 }
    return open + "\n" + lines.joined(separator: ",\n") + "\n" + margin + close
  }

  private static func quoted(_ name: String) -> String {
    var bytes: [UInt8] = []
    bytes.append(canonicalString: name)
    return String(decoding: bytes, as: UTF8.self)
  }
}
