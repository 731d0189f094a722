public import Calendar
import Diagnostics

/// Returns the day that `text` names in any of the forms that records may be imported with, and the time of day behind it;
/// nothing where it names none, or by another clock than China's.
public func readWrittenDate(_ text: String) -> (day: CivilDate, time: String?)? {
  guard let written = WrittenDate(text), !written.isForeign, let day = written.date else {
    return nil
  }
  return (day, written.time)
}

/// Returns `text` as a message may show it: shortened, identity numbers masked.
public func maskedForMessage(_ text: String) -> String { MaskedText.shown(text) }

/// Whether a resident identity number stands up to its own check character.
public enum ResidentNumberCheck: Sendable, Hashable {
  /// It is 18 characters of the right form, and the check character is right.
  case sound
  /// It has the form, but the check character is wrong.
  case wrong
  /// It has not the form of an 18-character number.
  case notOne

  /// Looks at `text` (GB 11643-1999).
  public init(_ text: String) {
    guard text.utf8.count == 18, let number = ResidentNumber(text) else {
      self = .notOne
      return
    }
    self = number.isCheckRight ? .sound : .wrong
  }
}
