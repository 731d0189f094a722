extension JSONTree {
  /// Returns `value` as canonical JSON, which is the same bytes for every text that says the same.
  ///
  /// As in RFC 8785 there is no white space, members stand in the order of their names and strings have no escape
  /// that is not needed. Unlike there names are ordered by their UTF-8 bytes, and numbers keep the digits they were
  /// written with, since an amount must not pass through a binary fraction.
  public func canonical(of value: Int = 0) -> [UInt8] {
    var text: [UInt8] = []
    appendCanonical(value, to: &text)
    return text
  }

  /// Returns the members `names` of the object `value` as a canonical object of their own.
  public func canonical(of value: Int = 0, members names: Set<String>) -> [UInt8] {
    var text: [UInt8] = []
    appendObject(children(of: value).filter { names.contains(key(of: $0)) }, to: &text)
    return text
  }

  private func appendCanonical(_ value: Int, to text: inout [UInt8]) {
    switch kind(of: value) {
    case .null: text += "null".utf8
    case .no: text += "false".utf8
    case .yes: text += "true".utf8
    case .number: text += bytes(of: value)
    case .string: text.append(canonicalString: bytes(of: value).span)
    case .array: appendArray(value, to: &text)
    case .object: appendObject(Array(children(of: value)), to: &text)
    }
  }

  private func appendArray(_ value: Int, to text: inout [UInt8]) {
    text.append(UInt8(ascii: "["))
    for (index, child) in children(of: value).enumerated() {
      if index > 0 { text.append(UInt8(ascii: ",")) }
      appendCanonical(child, to: &text)
    }
    text.append(UInt8(ascii: "]"))
  }

  private func appendObject(_ members: [Int], to text: inout [UInt8]) {
    let ordered = members.sorted { isNamed($0, before: $1) }
    text.append(UInt8(ascii: "{"))
    for (index, member) in ordered.enumerated() {
      if index > 0 { text.append(UInt8(ascii: ",")) }
      text.append(canonicalString: keyBytes(of: member).span)
      text.append(UInt8(ascii: ":"))
      appendCanonical(member, to: &text)
    }
    text.append(UInt8(ascii: "}"))
  }
}
