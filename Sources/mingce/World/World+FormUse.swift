import Diagnostics
import Forms
import Records

extension World {
  /// Warns when `form` is for other kinds of employers than `employer`.
  func remark(on form: Form, for employer: Employer) {
    guard !form.isFor(employer) else { return }
    let kinds = form.natures.joined(separator: "、")
    let kind = employer.nature?.label ?? "—"
    console.note("警告：《\(form.defaultTitle)》只用于\(kinds)，记录中的单位性质是\(kind)。")
  }
}
