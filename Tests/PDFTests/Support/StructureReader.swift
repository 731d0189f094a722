import TestSupport

/// The logical structure of a file as an independent walk over its objects finds it.
struct StructureReader {
  /// A piece of content, by its page and its number there.
  struct Content: Hashable {
    var page: Int
    var number: Int
    var element: Int
  }

  /// The structure types in reading order.
  private(set) var names: [String] = []
  private(set) var contents: [Content] = []
  /// The entries of the root.
  private(set) var root: [String: Thing]?
  private let reader: TinyReader
  private var parents: [Int: Thing] = [:]

  init(_ reader: TinyReader) throws {
    self.reader = reader
    let catalog = try reader.resolved(reader.trailer["Root"])?.dictionary
    guard let root = try reader.resolved(catalog?["StructTreeRoot"])?.dictionary else {
      throw TinyReader.Fault(sentence: "the file has no structure")
    }
    self.root = root
    for kid in root["K"]?.array ?? [] { try walk(kid) }
    try gatherParents(root["ParentTree"])
  }

  private mutating func walk(_ thing: Thing) throws {
    guard let number = thing.reference, let element = try reader.object(number).dictionary else {
      throw TinyReader.Fault(sentence: "a structure element is an indirect object")
    }
    guard let name = element["S"]?.name, element["P"]?.reference != nil else {
      throw TinyReader.Fault(sentence: "an element has a type and a parent")
    }
    names.append(name)
    guard let kids = element["K"] else { return }
    for kid in kids.array ?? [kids] {
      if let content = kid.integer {
        contents.append(try place(content, element["Pg"], in: number))
      } else if let entry = kid.dictionary {
        if let content = entry["MCID"]?.integer {
          contents.append(try place(content, entry["Pg"], in: number))
        }
      } else {
        try walk(kid)
      }
    }
  }

  private func place(_ number: Int, _ page: Thing?, in element: Int) throws -> Content {
    guard let page = page?.reference else {
      throw TinyReader.Fault(sentence: "content \(number) has no page")
    }
    return Content(page: page, number: number, element: element)
  }

  private mutating func gatherParents(_ thing: Thing?) throws {
    guard let node = try reader.resolved(thing)?.dictionary else { return }
    for kid in node["Kids"]?.array ?? [] { try gatherParents(kid) }
    let numbers = node["Nums"]?.array ?? []
    for index in stride(from: 0, to: numbers.count - 1, by: 2) {
      guard let key = numbers[index].integer else {
        throw TinyReader.Fault(sentence: "a key is a number")
      }
      parents[key] = numbers[index + 1]
    }
  }

  /// The element to which the parent tree says that a piece of content belongs.
  func parent(ofContent number: Int, onPage page: Int) throws -> Int? {
    guard let key = try reader.object(page).dictionary?["StructParents"]?.integer,
      let list = try reader.resolved(parents[key])?.array, number < list.count
    else { return nil }
    return list[number].reference
  }
}
