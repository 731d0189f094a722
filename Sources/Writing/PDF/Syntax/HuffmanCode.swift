/// The shortest prefix code for bytes that occur so and so often, with a sign for their end (RFC 1951 §3.2.2).
struct HuffmanCode {
  /// The sign behind the last byte.
  static let end = 256
  /// The longest sign in bits: four of them are to fit in a word; deflate would allow one bit more.
  static let longest = 14

  /// How many bits each sign has; 0 when it does not occur.
  let lengths: [UInt8]
  /// The signs as deflate writes them, the first bit lowest (RFC 1951 §3.1.1, §3.2.2).
  let signs: [UInt16]

  /// Creates the code of bytes of which the one numbered `n` occurs `counts[n]` times.
  ///
  /// Behind the sign for the end there may be signs for the `lengths` of repeats (RFC 1951 §3.2.5), with their counts.
  init(counts: [Int], lengths lengthCounts: [Int] = []) {
    precondition(counts.count == HuffmanCode.end, "there are 256 bytes")
    var weights = counts + [1] + lengthCounts
    // A code needs two signs (RFC 1951 §3.2.7 leaves open what one would mean).
    if counts.allSatisfy({ $0 == 0 }), lengthCounts.allSatisfy({ $0 == 0 }) { weights[0] = 1 }
    var lengths = HuffmanCode.lengths(weights)
    // Only counts like Fibonacci's numbers give longer signs; evened out a little they do not.
    while lengths.contains(where: { $0 > HuffmanCode.longest }) {
      weights = weights.map { ($0 + 1) / 2 }
      lengths = HuffmanCode.lengths(weights)
    }
    self.lengths = lengths
    signs = HuffmanCode.signs(of: lengths)
  }

  /// Numbers the signs of each length in the order of what they stand for, behind those that are shorter.
  private static func signs(of lengths: [UInt8]) -> [UInt16] {
    var counts = Array(repeating: UInt16(0), count: longest + 1)
    for length in lengths where length > 0 { counts[Int(length)] += 1 }
    var next = Array(repeating: UInt16(0), count: longest + 1)
    for length in 1...longest { next[length] = (next[length - 1] + counts[length - 1]) << 1 }
    return lengths.map { length in
      guard length > 0 else { return 0 }
      defer { next[Int(length)] += 1 }
      return reversed(next[Int(length)], length)
    }
  }

  private static func reversed(_ sign: UInt16, _ length: UInt8) -> UInt16 {
    var (sign, reversed) = (sign, UInt16(0))
    for _ in 0..<length {
      reversed = reversed << 1 | sign & 1
      sign >>= 1
    }
    return reversed
  }

  /// Returns the depth of each leaf of Huffman's tree; what does not occur has none.
  private static func lengths(_ weights: [Int]) -> [UInt8] {
    // The number behind the weight makes the order of equals certain.
    let leaves = weights.indices.filter { weights[$0] > 0 }
      .sorted { (weights[$0], $0) < (weights[$1], $1) }
    var nodes = leaves.map { weights[$0] }
    var parents = [Int](repeating: 0, count: 2 * leaves.count - 1)
    var (leaf, branch) = (0, leaves.count)
    // Leaves and branches both come in rising order, so the least is at the head of one of the two lines.
    func takeLeast() -> Int {
      let isLeaf =
        leaf < leaves.count && (branch >= nodes.count || nodes[leaf] <= nodes[branch])
      defer { if isLeaf { leaf += 1 } else { branch += 1 } }
      return isLeaf ? leaf : branch
    }
    while nodes.count < parents.count {
      let (first, second) = (takeLeast(), takeLeast())
      (parents[first], parents[second]) = (nodes.count, nodes.count)
      nodes.append(nodes[first] + nodes[second])
    }
    return depths(of: leaves, parents, count: weights.count)
  }

  private static func depths(of leaves: [Int], _ parents: [Int], count: Int) -> [UInt8] {
    var depths = [UInt8](repeating: 0, count: parents.count)
    for node in parents.indices.dropLast().reversed() { depths[node] = depths[parents[node]] + 1 }
    var lengths = [UInt8](repeating: 0, count: count)
    for (node, leaf) in leaves.enumerated() { lengths[leaf] = depths[node] }
    return lengths
  }
}
