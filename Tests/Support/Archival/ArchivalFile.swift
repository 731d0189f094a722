/// All objects of a file, as the judge looks at them.
struct ArchivalFile {
  /// A page.
  struct Page {
    /// The number of its object.
    let number: Int
    let entries: [String: Thing]
  }

  let trailer: [String: Thing]
  let objects: [Int: Thing]
  /// The dictionaries of the streams.
  let streamHeads: [(number: Int, entries: [String: Thing])]
  /// The data of the streams that could be read.
  let streams: [Int: [UInt8]]
  let catalog: [String: Thing]
  let pages: [Page]

  init(_ bytes: [UInt8]) throws {
    let reader = try TinyReader(bytes)
    let objects = try reader.objects()
    let heads = reader.entries.keys.sorted().compactMap { number -> (Int, [String: Thing])? in
      guard case .offset = reader.entries[number], let entries = objects[number]?.dictionary,
        entries["Length"] != nil
      else { return nil }
      return (number, entries)
    }
    trailer = reader.trailer
    self.objects = objects
    streamHeads = heads.map { (number: $0.0, entries: $0.1) }
    var streams: [Int: [UInt8]] = [:]
    for (number, _) in heads { streams[number] = try? reader.data(number) }
    self.streams = streams
    guard let catalog = objects[trailer["Root"]?.reference ?? 0]?.dictionary else {
      throw TinyReader.Fault(sentence: "there is no catalogue")
    }
    self.catalog = catalog
    pages = try ArchivalFile.pages(below: catalog["Pages"], among: objects)
  }

  /// Returns `thing`, or what it refers to.
  func resolved(_ thing: Thing?) -> Thing? {
    guard case .reference(let number) = thing else { return thing }
    return objects[number]
  }

  /// The data of the stream that `thing` refers to.
  func stream(_ thing: Thing?) -> [UInt8]? { thing?.reference.flatMap { streams[$0] } }

  private static func pages(below node: Thing?, among objects: [Int: Thing]) throws -> [Page] {
    guard let number = node?.reference, let entries = objects[number]?.dictionary else {
      throw TinyReader.Fault(sentence: "the page tree has a hole")
    }
    guard let kids = entries["Kids"]?.array else { return [Page(number: number, entries: entries)] }
    return try kids.flatMap { try pages(below: $0, among: objects) }
  }
}
