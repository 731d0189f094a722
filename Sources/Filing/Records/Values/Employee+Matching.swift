extension Employee {
  /// The person's paper and number as matched between filings: a 15-digit resident number is lengthened to 18.
  ///
  /// It is a full number, made to be hashed or compared, never to be shown.
  public var matchingNumber: String {
    let number = idType == .residentCard ? ResidentNumber(idNumber)?.full ?? idNumber : idNumber
    return "\(idType.rawValue):\(number)"
  }
}
