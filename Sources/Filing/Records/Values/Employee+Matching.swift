extension Employee {
  /// The person's paper and number as matched between filings: a 15-digit resident number is lengthened to 18.
  ///
  /// It is a full number, made to be hashed or compared, never to be shown.
  public var matchingNumber: String { idType.matchingText(of: idNumber) }
}

extension RecordLine {
  /// Returns whether the row is about one of `people`, by their matching numbers; a row that names no kind of paper may
  /// be about whoever has its number, and a row about nobody's data is about all.
  public func isAbout(_ people: Set<String>) -> Bool {
    guard let number = text("e.idNumber") else { return true }
    let types = code("e.idType", as: IdentityType.self).map { [$0] } ?? Array(IdentityType.allCases)
    return types.contains { people.contains($0.matchingText(of: number)) }
  }
}

extension IdentityType {
  /// Returns a paper of the type and its `number` as they are matched between records.
  func matchingText(of number: String) -> String {
    rawValue + ":" + (self == .residentCard ? lengthened(number) : number)
  }
}

/// Returns the 18 characters of a resident number of 15 digits, and any other number as it is.
func lengthened(_ number: String) -> String {
  number.utf8.count == 15 ? ResidentNumber(number)?.full ?? number : number
}
