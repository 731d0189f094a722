/// An element of the logical structure as the judge reads it.
struct JudgedElement {
  /// The number of its object.
  let number: Int
  /// Its type.
  let type: String
  let entries: [String: Thing]
  /// The elements inside, in order.
  var kids: [JudgedElement] = []
  /// The content and the annotations inside.
  var contents: [StructureContent] = []

  /// The value of an attribute, whoever owns it.
  func attribute(_ name: String) -> Thing? {
    let lists = entries["A"].map { $0.array ?? [$0] } ?? []
    return lists.lazy.compactMap { $0.dictionary?[name] }.first
  }

  /// The element and all below, in reading order.
  var line: [JudgedElement] { [self] + kids.flatMap(\.line) }

  /// What a breach calls it.
  var words: String { "\(type) \(number)" }
}

/// What an element holds besides elements.
enum StructureContent: Hashable {
  /// Numbered content of a page.
  case content(page: Int, number: Int)
  /// An annotation.
  case annotation(Int)
}

extension ArchivalFile {
  /// Reads the logical structure, telling each breach of its shape.
  func structure(_ tell: (Breach) -> Void) -> [JudgedElement] {
    guard let root = catalog["StructTreeRoot"]?.reference,
      let kids = resolved(catalog["StructTreeRoot"])?.dictionary?["K"]
    else {
      tell(Breach(.structure, "there is no tree"))
      return []
    }
    return (kids.array ?? [kids]).compactMap { element($0, parent: root, depth: 0, tell) }
  }

  private func element(
    _ thing: Thing,
    parent: Int,
    depth: Int,
    _ tell: (Breach) -> Void
  ) -> JudgedElement? {
    guard let number = thing.reference, let entries = objects[number]?.dictionary, depth < 500,
      let type = entries["S"]?.name, entries["P"]?.reference == parent
    else {
      tell(Breach(.structure, "\(thing) is no element of \(parent)"))
      return nil
    }
    var element = JudgedElement(number: number, type: type, entries: entries)
    for kid in entries["K"].map({ $0.array ?? [$0] }) ?? [] {
      let page = kid.dictionary?["Pg"] ?? entries["Pg"]
      if let content = kid.integer ?? kid.dictionary?["MCID"]?.integer {
        element.contents.append(.content(page: page?.reference ?? 0, number: content))
      } else if let object = kid.dictionary?["Obj"]?.reference {
        element.contents.append(.annotation(object))
      } else if let kid = self.element(kid, parent: number, depth: depth + 1, tell) {
        element.kids.append(kid)
      }
    }
    return element
  }

  /// What the parent tree says of each number (ISO 32000-1 §14.7.4.4).
  var parentTree: [Int: Thing] {
    var numbers: [Int: Thing] = [:]
    gather(resolved(catalog["StructTreeRoot"])?.dictionary?["ParentTree"], into: &numbers)
    return numbers
  }

  private func gather(_ node: Thing?, into numbers: inout [Int: Thing]) {
    let entries = resolved(node)?.dictionary
    for kid in entries?["Kids"]?.array ?? [] { gather(kid, into: &numbers) }
    let pairs = entries?["Nums"]?.array ?? []
    for index in stride(from: 0, to: pairs.count - 1, by: 2) {
      if let key = pairs[index].integer { numbers[key] = pairs[index + 1] }
    }
  }
}
