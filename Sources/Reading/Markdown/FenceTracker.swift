/// Follows fenced blocks line by line (CommonMark §4.5).
struct FenceTracker {
  private var open: (byte: UInt8, count: Int)?

  /// Takes the next line, and returns whether it belongs to a fenced block.
  mutating func isInside(after line: some Collection<UInt8>) -> Bool {
    let indent = line.prefix { $0 == 0x20 }.count
    let text = line.dropFirst(indent)
    guard let first = text.first, first == 0x60 || first == 0x7E, indent < 4 else {
      return open != nil
    }
    let count = text.prefix { $0 == first }.count
    let rest = text.dropFirst(count)
    if let fence = open {
      let isBlank = rest.allSatisfy { $0 == 0x20 || $0 == 0x09 }
      if first == fence.byte, count >= fence.count, isBlank { open = nil }
      return true
    }
    guard count >= 3, first == 0x7E || !rest.contains(0x60) else { return false }
    open = (first, count)
    return true
  }
}
