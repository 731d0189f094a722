import Foundation
import Testing

/// One line of the floor table in `Sources/README.md`.
private struct Floor: Sendable, CustomTestStringConvertible {
  var folder: String
  var module: String
  var imports: Set<String>

  var testDescription: String { module }
}

/// Reads the floor table of `Sources/README.md`.
private func floors() throws -> [Floor] {
  try Checkout.text(of: "Sources/README.md").split(separator: "\n").compactMap { line in
    let cells = line.split(separator: "|", omittingEmptySubsequences: false).map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    guard cells.count == 5, let number = cells[1].first, number.isNumber else { return nil }
    let room = cells[1].dropFirst(2)
    let folder = room.isEmpty ? "Sources/\(cells[2])" : "Sources/\(room)/\(cells[2])"
    let imports = cells[3].split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    return Floor(folder: folder, module: cells[2], imports: Set(imports))
  }
}

/// Returns the module named in each `import` line of `text`.
private func importedModules(in text: String) -> Set<String> {
  let importLine =
    /^\s*(?:(?:public|package|internal|private|fileprivate|@\w+)\s+)*import\s+(?:(?:struct|enum|class|protocol|func|typealias)\s+)?(\w+)/
  var names: Set<String> = []
  for line in text.split(whereSeparator: \.isNewline) {
    if let match = line.prefixMatch(of: importLine) { names.insert(String(match.output.1)) }
  }
  return names
}

/// What any module may import: the standard library's parts and Foundation.
private let platform: Set<String> = [
  "Swift", "Foundation", "FoundationEssentials", "FoundationXML", "Synchronization", "Glibc",
  "Dispatch",
]

@Test func theFloorTableNamesEveryModuleOfThePackage() throws {
  let manifest = try Checkout.text(of: "Package.swift")
  let rooms = manifest.matches(of: /room\(\s*"\w+",\s*"(\w+)"/).map { String($0.output.1) }
  #expect(rooms.count > 10)
  #expect(Set(rooms).union(["mingce"]) == Set(try floors().map(\.module)))
}

@Test(arguments: try floors())
private func aModuleImportsOnlyWhatItsFloorAllows(_ floor: Floor) throws {
  for file in try Checkout.swiftFiles(under: floor.folder) {
    let stray = importedModules(in: try Checkout.text(of: file))
      .subtracting(platform).subtracting(floor.imports)
    #expect(stray.isEmpty, "\(file) must not import \(stray.sorted())")
  }
}

@Test func anImportLineIsFoundInEveryForm() {
  let text = """
    import A
    public import B
    @testable import C
    internal import struct D.E
    let text = "import F"
    """
  #expect(importedModules(in: text) == ["A", "B", "C", "D"])
}
