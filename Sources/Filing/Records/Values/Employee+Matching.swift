extension Employee {
  /// The person's paper and number as matched between filings: a 15-digit resident number is lengthened to 18.
  ///
  /// It is a full number, made to be hashed or compared, never to be shown.
  public var matchingNumber: String { idType.matchingText(of: idNumber) }
}

extension IdentityType {
  /// Returns a paper of the type and its `number` as they are matched between records.
  func matchingText(of number: String) -> String {
    // Only a number of 15 digits has another of 18 characters.
    let isOld = self == .residentCard && number.utf8.count == 15
    return rawValue + ":" + (isOld ? ResidentNumber(number)?.full ?? number : number)
  }
}
