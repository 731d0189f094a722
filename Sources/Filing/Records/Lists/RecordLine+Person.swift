import Calendar

extension RecordLine {
  /// Returns the paper and number that stand below `prefix`, as `Employee.matchingNumber` has them; a list that does not
  /// ask for the kind of paper means that of residents.
  func person(at prefix: String) -> String? {
    guard let number = text("\(prefix).idNumber") else { return nil }
    let type = code("\(prefix).idType", as: IdentityType.self) ?? .residentCard
    return type.matchingText(of: number)
  }

  /// Returns the day that the row says at `path`.
  func date(_ path: String) -> CivilDate? {
    guard case .date(let day)? = values[path] else { return nil }
    return day
  }

  /// Returns what the row says at `path`, which is one of the codes of `list`.
  func code<List: CodeList>(_ path: String, as list: List.Type) -> List? {
    guard case .code(let code, _)? = values[path] else { return nil }
    return List(rawValue: code)
  }
}
