/// One condition as an operator writes it, such as `合同状态=新订|续订`.
struct WrittenCondition: Hashable {
  /// How a field is compared with its values.
  enum Relation: String, CaseIterable {
    // The longer signs first, so that the scanner does not stop at a part of them.
    case isNot = "!="
    case lacks = "!~"
    case atMost = "<="
    case atLeast = ">="
    case equals = "="
    case contains = "~"
    case below = "<"
    case above = ">"
  }

  /// What the field is called.
  var name: String
  /// How it is compared.
  var relation: Relation
  /// The values between bars; an empty one means that the field has none.
  var values: [String]
  /// The whole condition, to speak of it.
  var text: String
}
