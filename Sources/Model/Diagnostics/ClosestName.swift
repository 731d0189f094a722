/// Returns the name of `names` that `word` was most likely meant to be, or nothing when none is near.
///
/// Near means at most a third of the word's characters differ, and at least one such difference is allowed;
/// among equally near names the first in code point order wins, so that messages never change between runs.
public func closestName(to word: String, in names: some Sequence<String>) -> String? {
  let letters = Array(word.unicodeScalars.prefix(80))
  let reach = max(1, letters.count / 3)
  var best: (distance: Int, name: String)?
  for name in names where name != word {
    let other = Array(name.unicodeScalars.prefix(80))
    guard abs(other.count - letters.count) <= reach else { continue }
    let distance = editDistance(letters, other)
    guard distance <= reach, distance < max(letters.count, other.count) else { continue }
    if let found = best, (found.distance, found.name) <= (distance, name) { continue }
    best = (distance, name)
  }
  return best?.name
}

/// Returns how many insertions, deletions, replacements and swaps of neighbours turn `lhs` into `rhs`.
private func editDistance(_ lhs: [Unicode.Scalar], _ rhs: [Unicode.Scalar]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...rhs.count)
  for row in lhs.indices {
    var current = [row + 1]
    for column in rhs.indices {
      let replaced = last[column] + (lhs[row] == rhs[column] ? 0 : 1)
      var least = min(replaced, last[column + 1] + 1, current[column] + 1)
      if row > 0, column > 0, lhs[row] == rhs[column - 1], lhs[row - 1] == rhs[column] {
        least = min(least, beforeLast[column - 1] + 1)
      }
      current.append(least)
    }
    beforeLast = last
    last = current
  }
  return last[rhs.count]
}
