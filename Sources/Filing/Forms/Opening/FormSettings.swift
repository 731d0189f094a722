import Diagnostics
import DocumentTree
import Records
import Styling

/// What form.yaml says.
struct FormSettings {
  var name = ""
  var number: String?
  var systems: [Profile] = []
  var natures: [String] = []
  var summary = ""
  var edition = "1"
  var scope = FormScope.filing
  var defaultTitle = ""
  var titles: [String: String] = [:]
  var aliases: [FormAlias] = []
  var selection = FormSelection(kinds: [], gate: .contract)
  /// What filings, or rows of the list of the scope, must say to be chosen.
  var condition: FieldReference?
  var order: [String] = []
  var defaultCopies = 1
  var copies: [String: Int] = [:]
  var defaultCopyLabels: [String] = []
  var copyLabels: [String: [String]] = [:]
  var fillIn = FillInMode.plain
  var emptyText = "—"
  var style = PageStyle.house
  var machineMark: MachineMarkKind?
  var repeatsMasthead = false
  var footer = RunningLine<FieldReference>()
  var fileName: [FileNameText] = []
}

/// A part of a file name pattern before its fields are looked up.
enum FileNameText {
  case text(String)
  case field(FieldReference)
}
