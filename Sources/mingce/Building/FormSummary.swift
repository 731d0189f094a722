import Diagnostics
import Forms
import Foundation
import Records
import Site

/// What the page of all forms says of a form, and a build needs to know of it before it opens it.
struct FormSummary: Codable {
  var name: String
  var number: String
  var titles: [String]
  var aliases: [FormAlias]
  var group: String
  var summary: String
  /// Whether all records make one document.
  var isRoster: Bool
  /// Whether the form shows what is wrong with records.
  var showsProblems: Bool

  /// Where the form's documents stand among those of a sample: by its number, without one behind the others by its name.
  var placeAmongSamples: (String, String) { (number.isEmpty ? "~" : number, name) }

  private init(of form: Form) {
    name = form.name
    number = form.number ?? ""
    titles = [form.defaultTitle]
    for title in form.titles.sorted(by: { $0.key < $1.key }).map(\.value)
    where !titles.contains(title) { titles.append(title) }
    aliases = form.aliases
    group = form.systemNames.description
    summary = form.summary
    isRoster = form.scope == .roster
    showsProblems = form.listsOutcomes
  }

  /// Returns a summary of each of `forms`, those of a system together and those of all places first.
  static func list(_ forms: [Form]) -> [FormSummary] {
    forms.map { ($0.systemRanks, FormSummary(of: $0)) }
      .enumerated()
      .sorted { one, other in
        one.element.0 == other.element.0
          ? one.offset < other.offset
          : one.element.0.lexicographicallyPrecedes(other.element.0)
      }
      .map(\.element.1)
  }

  /// The form's card, with `sample` where something was printed of it.
  func card(with sample: FormCard.Sample?) -> FormCard {
    FormCard(
      name: name,
      number: number,
      titles: titles,
      aliases: aliases.map { .init($0.name, near: $0.near) },
      group: group,
      summary: summary,
      sample: sample
    )
  }
}

extension Form {
  /// The places of the form's systems in the list of all.
  fileprivate var systemRanks: [Int] {
    systems.compactMap { Profile.allCases.firstIndex(of: $0) }
  }
}
