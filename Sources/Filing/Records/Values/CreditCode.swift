/// A unified social credit code, taken apart (GB 32100-2015).
public struct CreditCode {
  private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
  private static let weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

  private let bytes: [UInt8]
  /// The check character the first 17 ask for.
  public let expectedCheck: Character

  /// Takes `text` apart, or gives nothing unless it is 18 characters of the code's alphabet, 3 to 8 digits.
  public init?(_ text: String) {
    bytes = Array(text.utf8)
    guard bytes.count == 18, bytes.allSatisfy(Self.alphabet.contains),
      bytes[2..<8].allSatisfy({ (48...57).contains($0) })
    else { return nil }
    var sum = 0
    for (byte, weight) in zip(bytes, Self.weights) {
      sum += (Self.alphabet.firstIndex(of: byte) ?? 0) * weight
    }
    expectedCheck = Character(Unicode.Scalar(Self.alphabet[(31 - sum % 31) % 31]))
  }

  /// Whether the check character is right.
  public var isCheckRight: Bool { Character(Unicode.Scalar(bytes[17])) == expectedCheck }

  /// Whether the organisation code inside (characters 9 to 17) is right in itself.
  var isOrganisationCodeRight: Bool { OrganisationCode.isRight(bytes[8..<17]) }

  /// The first two characters, which say what kind of body this is.
  var prefix: String { String(decoding: bytes[0..<2], as: UTF8.self) }
}

/// The check of an organisation code (GB 11714-1997).
enum OrganisationCode {
  private static let weights = [3, 7, 9, 10, 5, 8, 4, 2]

  /// Returns whether nine characters are an organisation code with the right check character.
  static func isRight(_ code: some Collection<UInt8>) -> Bool {
    let bytes = Array(code)
    guard bytes.count == 9 else { return false }
    var sum = 0
    for (byte, weight) in zip(bytes, weights) {
      switch byte {
      case 48...57: sum += Int(byte - 48) * weight
      case 65...90: sum += Int(byte - 55) * weight
      default: return false
      }
    }
    let check = 11 - sum % 11
    switch check {
    case 10: return bytes[8] == UInt8(ascii: "X")
    case 11: return bytes[8] == UInt8(ascii: "0")
    default: return bytes[8] == 48 + UInt8(check)
    }
  }
}
