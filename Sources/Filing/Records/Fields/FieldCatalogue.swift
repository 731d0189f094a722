import Diagnostics

/// Every field a form may name.
public enum FieldCatalogue {
  /// All fields, in the order of their paths.
  public static let fields: [Field] = {
    let groups = [
      employerFields, employeeFields, contractFields, contractPartFields, terminationFields,
      filingFields, documentFields, resultFields,
    ]
    return groups.flatMap { $0 }.sorted { $0.path < $1.path }
  }()

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
