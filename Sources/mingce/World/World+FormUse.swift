import Diagnostics
import Forms
import Records

extension World {
  /// Warns when `form` is for other kinds of employers than `employer`.
  func remark(on form: Form, for employer: Employer) {
    guard !form.isFor(employer) else { return }
    let title: Message = "\(form.defaultTitle, meaning: form.defaultTitle)"
    let kinds = form.natures.map { Message(term: $0) }.joined(separator: "、")
    let kind = Message(term: employer.nature?.label ?? "—")
    console.note("警告：《\(title)》只用于\(kinds)，记录中的单位性质是\(kind)。")
  }
}
