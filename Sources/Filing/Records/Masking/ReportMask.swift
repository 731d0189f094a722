public import Diagnostics

/// Hides what reports about one row, or about the head, tell of persons.
///
/// Messages name values as they stand in the records; which of them are personal is known by the field, and words of any
/// kind are searched for the persons whom row and head name.
public struct ReportMask: Sendable {
  private let level: MaskLevel
  private let known: KnownPersons

  /// Hides nothing.
  public static let none = ReportMask(.whole, in: nil)

  /// Creates the mask of what is said of a row, or of the head where there is none.
  public init(_ level: MaskLevel, of outcome: RowOutcome? = nil, in batch: Batch?) {
    self.level = level
    var known = KnownPersons()
    if level != .whole {
      if let batch { known.add(headOf: batch) }
      switch outcome {
      case .accepted(let filing)?: known.add(filing)
      case .refused(let rejection)?: known.add(rejection.name, rejection.sketch.idNumber)
      case nil: break
      }
      known.sort()
    }
    self.known = known
  }

  /// Returns the name of a person as it is shown.
  public func name(_ name: String) -> String { level.masked(name, as: .name) }

  /// Returns words as they are shown.
  public func words(_ text: String) -> String {
    guard level != .whole else { return text }
    // Messages have hidden the middle of numbers already, for a notice board.
    let text = text.replacing(/[0-9]{6}\*{5,8}[0-9Xx]{3,4}/) {
      NumberMask.identity("\($0.output)", level)
    }
    return level.masked(text, as: .words, knowing: known)
  }

  /// Returns a diagnostic about a value of `field`, or about none that the catalogue knows, as it is shown.
  public func shown(_ diagnostic: Diagnostic, about field: Field?) -> Diagnostic {
    guard level != .whole else { return diagnostic }
    var shown = diagnostic
    shown.sentence = masked(diagnostic.sentence)
    shown.found = diagnostic.found.map { value($0, of: field) }
    shown.expectation = diagnostic.expectation.map(masked)
    shown.counsel = diagnostic.counsel.map(masked)
    if Self.codesOfAge.contains(diagnostic.code) { shown.hideDays() }
    if level == .web, field?.personal == .identityNumber { shown.hideArea() }
    return shown
  }

  private func masked(_ message: Message) -> Message {
    Message(value: words(message.description))
  }

  private func value(_ text: String, of field: Field?) -> String {
    let personal = field?.personal ?? .words
    return personal == .words || personal == .nothing
      ? words(text) : level.masked(text, as: personal)
  }

  /// The rules whose days tell the day of birth: an age is reached, or retirement is due, so many years later.
  private static let codesOfAge: Set<String> = ["V-02b", "V-02c", "V-15"]
}

extension Diagnostic {
  fileprivate mutating func hideDays() {
    func hidden(_ text: String) -> String {
      text.replacing(/[0-9]{4}-[0-9]{2}-[0-9]{2}/, with: "****-**-**")
    }
    sentence = Message(value: hidden(message))
    (found, expectation) = (found.map(hidden), expected.map { Message(value: hidden($0)) })
  }

  /// Hides the division with which a number begins and which messages about it may name.
  fileprivate mutating func hideArea() {
    sentence = Message(value: message.replacing(/[0-9]{6,}/, with: "******"))
  }
}
