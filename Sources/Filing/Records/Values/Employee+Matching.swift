extension Employee {
  /// The person's paper and number as matched between filings: a 15-digit resident number is lengthened to 18.
  ///
  /// It is a full number, made to be hashed or compared, never to be shown.
  public var matchingNumber: String { idType.matchingText(of: idNumber) }
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
