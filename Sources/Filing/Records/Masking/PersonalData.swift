/// What a field tells of a person, which decides how it is masked in what is published.
///
/// Every field of the catalogue declares it, so that a form cannot forget to mask. Text that declares nothing is
/// searched for numbers and for the names that the record knows.
public enum PersonalData: Sendable, Hashable, CaseIterable {
  /// The name of a person.
  case name
  /// The number of an identity paper.
  case identityNumber
  /// A telephone number.
  case phone
  /// The number of a bank account.
  case account
  /// Where a person lives.
  case address
  /// The day of birth, which an identity number holds too.
  case birthDate
  /// Words that may hold any of these, such as a remark.
  case words
  /// Nothing of a person.
  case nothing
}
