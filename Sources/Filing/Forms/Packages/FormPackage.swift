public import Diagnostics
public import Records
import YAML

/// The documents that one matter needs together, such as 企业招用员工, with what remains to be done by hand.
public struct FormPackage: Sendable {
  /// The name on the command line.
  public let name: String
  /// What the matter is called.
  public let title: String
  /// The place whose system knows the matter.
  public let profile: Profile
  /// The names of the forms, in the order in which they are made.
  public let forms: [String]
  /// What filings must say to belong to the matter, such as `t.retires=是`; nothing for all.
  let filings: FieldTest?
  /// What rows of lists must say to belong to the matter, such as `i.direction=增`; nothing for all.
  let lines: FieldTest?
  /// What is to be stamped, signed or uploaded.
  public let tasks: [PackageTask]
  /// Why nothing can be made for the matter.
  public let refusal: String?
}

/// Something that remains to be done when the documents of a package are printed.
public struct PackageTask: Sendable {
  /// Whose paper it is.
  public enum Holder: Sendable {
    /// One for the matter as a whole.
    case matter
    /// The employer's, uploaded once.
    case employer
    /// Each person's own.
    case person
  }

  /// What is to be done, in words.
  public let text: String
  /// Whose paper it is.
  public let holder: Holder
  /// The kind of attachment that is there when it is done; nothing for what no record tells.
  public let attachment: String?
}

extension FormPackage {
  /// Returns `form` as it takes only what belongs to the matter.
  public func narrowing(_ form: Form) -> Form {
    var form = form
    form.filingTest = form.filingTest ?? filings
    return form
  }

  /// Returns whether `filing` belongs to the matter.
  public func takes(_ filing: Filing, in batch: Batch) -> Bool {
    filings?.holds(FieldSubject(batch: batch, filing: filing)) ?? true
  }

  /// Returns `file` with only those rows of lists that belong to the matter: where it chooses filings, those about
  /// `people`, whose filings it takes.
  public func narrowing(_ file: RecordFile, to people: Set<String>) -> RecordFile {
    file.keepingLines { line in
      let subject = FieldSubject(batch: file.batch, line: line)
      let isOfMatter = lines.map { $0.field.list != line.list || $0.holds(subject) } ?? true
      return isOfMatter && (filings == nil || line.isAbout(people))
    }
  }
}

/// Reads the packages of a project; the name of each is its key.
public func readPackages(_ text: String, file: String) -> ([FormPackage], [Diagnostic]) {
  let (root, diagnostics) = readYAML(text, file: file)
  guard let root else { return ([], diagnostics) }
  var reader = PackageReader(root)
  let packages = reader.packages()
  return (packages, diagnostics + reader.diagnostics)
}

/// Reads packages.yaml.
private struct PackageReader {
  private var map: YAMLMapping
  private(set) var diagnostics: [Diagnostic] = []

  init(_ root: YAMLNode) { map = YAMLMapping(root) }

  mutating func packages() -> [FormPackage] {
    var packages: [FormPackage] = []
    for entry in map.allEntries() {
      if let package = package(entry.key, entry.value) { packages.append(package) }
    }
    diagnostics += map.close()
    return packages
  }

  private mutating func package(_ name: String, _ node: YAMLNode) -> FormPackage? {
    var map = YAMLMapping(node)
    let title = map.requiredText("title")
    let profile = map.requiredText("profile")
    let refusal = map.text("unsupported")
    let filings = test("filings", &map) { $0.needsFiling }
    let lines = test("lines", &map) { $0.list != nil }
    let forms = map.texts("forms") ?? []
    var tasks: [PackageTask] = []
    for node in map.list("tasks") ?? [] {
      if let task = task(node) { tasks.append(task) }
    }
    if let profile, Profile(rawValue: profile) == nil, let node = map.node("profile") {
      let _: Profile? = map.refuse("profile", node, expected: "地区方案的代码，例如 CN-SX")
    }
    diagnostics += map.close()
    guard let title, let profile = profile.flatMap(Profile.init(rawValue:)) else { return nil }
    return FormPackage(
      name: name,
      title: title,
      profile: profile,
      forms: forms,
      filings: filings,
      lines: lines,
      tasks: tasks,
      refusal: refusal
    )
  }

  /// Reads `field=word`, where the field must be one that `suits`.
  private func test(
    _ key: String,
    _ map: inout YAMLMapping,
    _ suits: (Field) -> Bool
  ) -> FieldTest? {
    guard let node = map.node(key) else { return nil }
    let parts = (node.text ?? "").split(separator: "=", maxSplits: 1).map(String.init)
    if parts.count == 2, let field = FieldCatalogue[parts[0]], suits(field) {
      return FieldTest(field: field, word: parts[1])
    }
    return map.refuse(key, node, expected: "“字段=值”，例如 t.retires=是")
  }

  private mutating func task(_ node: YAMLNode) -> PackageTask? {
    if let text = node.text { return PackageTask(text: text, holder: .matter, attachment: nil) }
    var map = YAMLMapping(node)
    let text = map.requiredText("do")
    let holders: KeyValuePairs<String, PackageTask.Holder> = [
      "matter": .matter, "employer": .employer, "person": .person,
    ]
    let holder = map.choice("of", of: holders) ?? .matter
    let attachment = map.text("attachment")
    diagnostics += map.close()
    return text.map { PackageTask(text: $0, holder: holder, attachment: attachment) }
  }
}
