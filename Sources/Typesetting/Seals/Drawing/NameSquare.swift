/// The characters of a square name seal: two columns, the right one first, each from top to bottom.
struct NameSquare {
  /// The columns from right to left.
  let columns: [[Character]]

  /// Fills up a name with 之印 or 印 to an even number; nothing when it has not 2 to 6 characters.
  init?(of name: String) {
    var characters = name.filter { $0 != "·" && !$0.isWhitespace }
    switch characters.count {
    case 2: characters += "之印"
    case 3, 5: characters += "印"
    case 4, 6: break
    default: return nil
    }
    let half = characters.count / 2
    columns = [Array(characters.prefix(half)), Array(characters.suffix(half))]
  }
}
