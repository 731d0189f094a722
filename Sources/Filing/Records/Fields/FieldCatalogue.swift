import Diagnostics

/// Every field a form may name.
public enum FieldCatalogue {
  /// All fields, in the order of their paths.
  public static let fields: [Field] = {
    let groups = [
      employerFields, employerStatsFields, employeeFields, contractFields, contractPartFields,
      terminationFields,
      filingFields, documentFields, resultFields, listFields,
    ]
    return groups.flatMap { $0 }.sorted { $0.path < $1.path }
  }()

  /// What only rows of lists say; what they say of a person has the path that it has in filings.
  private static let listFields = RecordList.allCases.flatMap { list in
    list.fields.filter { !$0.path.hasPrefix("e.") }
  }

  private static let byPath: [String: Field] = {
    var byPath: [String: Field] = [:]
    for field in fields { byPath[field.path] = field }
    return byPath
  }()

  /// Returns the field of a path.
  public static subscript(path: String) -> Field? { byPath[path] }

  /// Returns the paths that `path` was most likely meant to be, the likeliest first; perhaps none.
  public static func suggestions(for path: String) -> [String] {
    var found: [String] = []
    if let near = closestName(to: path, in: fields.map(\.path)) { found.append(near) }
    // A right last step under a wrong prefix, or a label in place of a path, is a frequent slip.
    let step = path.split(separator: ".").last.map(String.init) ?? path
    for field in fields where found.count < 3 && !found.contains(field.path) {
      if field.path.hasSuffix("." + step) || field.label == path { found.append(field.path) }
    }
    return found
  }
}
