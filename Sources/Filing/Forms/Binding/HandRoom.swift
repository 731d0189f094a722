import DocumentTree
import Records

/// What a blank sheet leaves of a field for those who fill it in by hand.
enum HandRoom {
  /// A rule of this many em.
  case rule(em: Double)
  /// Words of which those that do not hold are struck.
  case choices(String)
}

extension FieldUse {
  /// The most words of a list that stand in a text to be struck.
  private static let mostWords = 3

  /// What is left for the value where the form declares no rule.
  var handRoom: HandRoom {
    let field: Field
    switch source {
    case .field(let its), .values(let its, _): field = its
    default: return .rule(em: 4)
    }
    if appearance == .plain, filter == nil,
      let words = field.wordsToStrike(atMost: Self.mostWords)
    {
      return .choices(words)
    }
    return .rule(em: filter?.handRoom ?? field.handRoom)
  }
}

extension ValueFilter {
  /// The room in em for a value that the filter makes shorter or longer than usual; nothing where it does not.
  fileprivate var handRoom: Double? {
    switch self {
    case .year: 3
    case .month, .day: 2
    case .capitals: 10
    default: nil
    }
  }
}

extension Field {
  /// The words of a closed list of few, joined by strokes.
  fileprivate func wordsToStrike(atMost most: Int) -> String? {
    guard kind == .code, let choices, !choices.isOpen else { return nil }
    let words = choices.choices.map(\.label)
    return words.count <= most ? words.joined(separator: "／") : nil
  }

  /// The room in em that a person needs to write a value.
  fileprivate var handRoom: Double {
    switch personal {
    case .name: return 5
    case .identityNumber, .account: return 11
    case .phone: return 7
    case .address: return 16
    default: break
    }
    switch kind {
    case .integer, .flag: return 3
    case .money: return 7
    default: break
    }
    guard let most = mostCharacters else { return 8 }
    return most > 2000 ? 26 : most >= 200 ? 14 : 8
  }
}
