/// The shortest prefix code for bytes that occur so and so often, with a sign for their end (RFC 1951 §3.2.2).
struct HuffmanCode {
  /// The sign behind the last byte.
  static let end = 256
  /// The longest sign in bits: four of them are to fit in a word; deflate would allow one bit more.
  static let longest = 14

  /// How many bits each of the 257 signs has; 0 when it does not occur.
  let lengths: [UInt8]

  /// Creates the code of bytes of which the one numbered `n` occurs `counts[n]` times.
  init(counts: [Int]) {
    precondition(counts.count == 256, "there are 256 bytes")
    var weights = counts + [1]
    // A code needs two signs (RFC 1951 §3.2.7 leaves open what one would mean).
    if counts.allSatisfy({ $0 == 0 }) { weights[0] = 1 }
    var lengths = HuffmanCode.lengths(weights)
    // Only counts like Fibonacci's numbers give longer signs; evened out a little they do not.
    while lengths.contains(where: { $0 > HuffmanCode.longest }) {
      weights = weights.map { ($0 + 1) / 2 }
      lengths = HuffmanCode.lengths(weights)
    }
    self.lengths = lengths
  }

  /// The signs as deflate writes them, the first bit lowest (RFC 1951 §3.1.1, §3.2.2).
  var signs: [UInt16] {
    var next: UInt16 = 0
    var signs = [UInt16](repeating: 0, count: lengths.count)
    for length in 1...UInt8(HuffmanCode.longest) {
      next <<= 1
      for sign in lengths.indices where lengths[sign] == length {
        signs[sign] = HuffmanCode.reversed(next, length)
        next += 1
      }
    }
    return signs
  }

  private static func reversed(_ sign: UInt16, _ length: UInt8) -> UInt16 {
    (0..<length).reduce(0) { $0 | (sign >> $1 & 1) << (length - 1 - $1) }
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
