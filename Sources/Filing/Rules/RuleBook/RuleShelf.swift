import Calendar
public import Records

/// The rule books of all places with the tables that they share.
public struct RuleShelf: Sendable {
  let books: [Profile: RuleBook]
  let tables: RuleTables

  /// Returns the rule book of `profile`.
  public func book(for profile: Profile) -> RuleBook {
    guard let book = books[profile] else {
      preconditionFailure("a shelf holds a book for each place")
    }
    return book
  }

  /// The paths of the files below `content/rules` that make a shelf.
  public static let fileNames: [String] =
    Profile.allCases.map { "\($0.rawValue).yaml" }
    + RuleTableName.allCases.map { "tables/\($0.rawValue).yaml" }
}

/// The tables that rule books share.
struct RuleTables: Sendable {
  var minimumWages = DatedTable<RegionalAmount>(rows: [])
  var averageWages = DatedTable<RegionalAmount>(rows: [])
  var workingDays = WorkingCalendar(holidays: [], makeUpDays: [], years: [])
  var divisions = DatedTable<String>(rows: [])
  var templates = DatedTable<ContractTemplate>(rows: [])
}

/// A contract template that a place has in its dictionary.
struct ContractTemplate: Sendable {
  let name: String
  /// The place; nothing for all.
  let profile: Profile?
}

/// The name of a table's file.
enum RuleTableName: String, CaseIterable {
  case minimumWage = "min-wage"
  case averageWage = "average-wage"
  case holidays
  case divisions
  case templates = "contract-templates"
}
