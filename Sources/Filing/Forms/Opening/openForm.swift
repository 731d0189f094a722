public import Diagnostics
import DocumentTree
import Markdown
import Records

/// Opens a form from the texts of its two files and checks every field, filter and setting; tells all mistakes at once.
///
/// Gives no form when a mistake would make it print something wrong; warnings leave the form usable.
public func openForm(
  name: String,
  yaml: String,
  body: String,
  yamlFile: String,
  bodyFile: String,
  looks: PageLooks = .house
) -> (Form?, [Diagnostic]) {
  let (text, bodyDiagnostics) = readForm(body, file: bodyFile)
  var reader = FormReader(yaml, file: yamlFile)
  let settings = reader.settings(named: name, looks: looks)
  var checker = FormChecker(scope: settings?.scope ?? .filing, style: settings?.style)
  checker.begin(where: settings?.condition)
  let template = Document(title: "", body: checker.blocks(text.body))
  let footer = settings.map { checker.footer($0.footer) }
  let paths = checker.paths
  let fileName = settings.map { checker.fileName($0.fileName) }
  checker.end(where: settings?.condition)
  let formDiagnostics = settings == nil ? [] : checker.diagnostics
  let diagnostics = reader.diagnostics + bodyDiagnostics + formDiagnostics
  guard let settings, let footer, let fileName,
    !diagnostics.contains(where: { $0.severity == .error })
  else { return (nil, diagnostics) }
  let form = Form(
    settings,
    template: template.arranged(settings, footer: footer),
    fileName: fileName,
    fieldPaths: paths,
    checker: checker
  )
  return (form, diagnostics)
}

extension Document<FieldUse> {
  /// Moves what stands before the first table into the masthead when the form asks for it, and adds the footer.
  fileprivate func arranged(_ settings: FormSettings, footer: RunningLine<FieldUse>) -> Self {
    var document = self
    document.footer = footer
    let table = body.firstIndex { if case .table = $0 { true } else { false } }
    if settings.repeatsMasthead, let table {
      document.masthead = Array(body[..<table])
      document.body = Array(body[table...])
    }
    return document
  }
}

extension Form {
  fileprivate init(
    _ settings: FormSettings,
    template: Document<FieldUse>,
    fileName: FileNamePattern,
    fieldPaths: [String],
    checker: FormChecker
  ) {
    name = settings.name
    (number, systems) = (settings.number, settings.systems)
    (natures, summary) = (settings.natures, settings.summary)
    edition = settings.edition
    scope = settings.scope
    defaultTitle = settings.defaultTitle
    (titles, aliases) = (settings.titles, settings.aliases)
    selection = settings.selection
    order = checker.group.map { [$0.path] + settings.order } ?? settings.order
    (sumPaths, listSums) = (checker.sums, checker.listSums)
    (rowUses, rowFields) = checker.rowUses.withFields
    fields = checker.fields
    listsOutcomes = checker.listsOutcomes
    takesFilings = checker.takesFilings
    (lineSources, filingTest) = (checker.lineSources, checker.filingTest)
    joinsLists = checker.joinsLists
    defaultCopies = settings.defaultCopies
    copies = settings.copies
    (defaultCopyLabels, copyLabels) = (settings.defaultCopyLabels, settings.copyLabels)
    fillIn = settings.fillIn
    emptyText = settings.emptyText
    style = settings.style
    machineMark = settings.machineMark
    self.fieldPaths = fieldPaths
    self.template = template
    self.fileName = fileName
  }
}
