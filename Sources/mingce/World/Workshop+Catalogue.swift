import Diagnostics
import Forms
import Records

extension Workshop {
  /// Opens all forms: numbered ones in the order of the catalogue, others behind them by their names.
  func catalogue() throws(CommandFailure) -> [Form] {
    var forms: [Form] = []
    for name in try formNames() { forms.append(try form(name)) }
    return forms.sorted { ($0.number ?? "~", $0.name) < ($1.number ?? "~", $1.name) }
  }
}

extension Form {
  /// The systems that ask for the form.
  var systemNames: Message {
    systems.isEmpty
      ? "各地" : systems.map { Message(term: $0.label) }.joined(separator: "、")
  }
}
