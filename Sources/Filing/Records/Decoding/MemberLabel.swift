import Diagnostics

/// What a complaint calls what it is about, in the words of the forms.
///
/// Every member of every row is read under its label, and hardly any is complained about: a literal costs nothing until
/// somebody asks for its words.
enum MemberLabel: Worded, ExpressibleByStringLiteral {
  /// A name alone, since there is but one such member.
  case plain(String)
  /// A name, and whose it is, such as that of 法定代表人 or of 信息变更第3条.
  case owned(String, by: Message)
  /// A row or a whole list.
  case row(Message)

  init(stringLiteral name: String) {
    self = .plain(name)
  }

  /// The label in words of either language.
  var message: Message {
    switch self {
    case .plain(let name): Message(term: name)
    case .owned(let name, let owner): "\(owner)的\(term: name)"
    case .row(let row): row
    }
  }
}
