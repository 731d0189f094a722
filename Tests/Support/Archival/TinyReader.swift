/// A reader of our files written against the standard alone: it shares nothing with the writer.
package struct TinyReader {
  /// Why a file is not what it should be.
  package struct Fault: Error {
    package var sentence: String

    package init(sentence: String) {
      self.sentence = sentence
    }
  }

  /// Where the cross-reference says that an object is.
  package enum Entry: Hashable {
    case offset(Int)
    case inside(stream: Int, index: Int)
  }

  private let bytes: [UInt8]
  /// The trailer's entries.
  package private(set) var trailer: [String: Thing] = [:]
  /// The entry of each object in use.
  package private(set) var entries: [Int: Entry] = [:]

  package init(_ bytes: [UInt8]) throws {
    self.bytes = bytes
    var end = Scanner(bytes, at: try TinyReader.last("startxref", in: bytes) + 9)
    let start = try end.integer()
    guard end.rest() == "\n%%EOF\n" else { throw Fault(sentence: "something follows %%EOF") }
    var scanner = Scanner(bytes, at: start)
    if scanner.accept("xref") {
      try readTable(&scanner)
    } else {
      try readStreams(from: start)
    }
  }

  /// Returns the object of a number, through whichever entry it has.
  package func object(_ number: Int) throws -> Thing {
    switch entries[number] {
    case .offset(let offset):
      var scanner = Scanner(bytes, at: offset)
      guard try scanner.integer() == number, try scanner.integer() == 0, scanner.accept("obj")
      else {
        throw Fault(sentence: "object \(number) is not at \(offset)")
      }
      return try scanner.thing()
    case .inside(let stream, let index): return try member(index, of: stream, number: number)
    case nil: throw Fault(sentence: "object \(number) has no entry")
    }
  }

  /// Returns all objects; each object stream is unpacked once.
  package func objects() throws -> [Int: Thing] {
    var objects: [Int: Thing] = [:]
    var members: [Int: [Int]] = [:]
    for (number, entry) in entries {
      switch entry {
      case .offset: objects[number] = try object(number)
      case .inside(let stream, _): members[stream, default: []].append(number)
      }
    }
    for (stream, numbers) in members {
      let held = try self.members(of: stream)
      for number in numbers {
        guard let object = held[number] else {
          throw Fault(sentence: "object \(number) is not in stream \(stream)")
        }
        objects[number] = object
      }
    }
    return objects
  }

  /// Returns the objects of an object stream by their numbers (ISO 32000-1 §7.5.7).
  private func members(of stream: Int) throws -> [Int: Thing] {
    let data = try data(stream)
    guard let head = try object(stream).dictionary, let first = head["First"]?.integer,
      let count = head["N"]?.integer
    else { throw Fault(sentence: "stream \(stream) holds no objects") }
    var index = Scanner(data, at: 0)
    var members: [Int: Thing] = [:]
    for _ in 0..<count {
      let number = try index.integer()
      var object = Scanner(data, at: first + (try index.integer()))
      members[number] = try object.thing()
    }
    return members
  }

  /// Returns the data of a stream object, decompressed.
  package func data(_ number: Int) throws -> [UInt8] {
    guard case .offset(let offset) = entries[number] else {
      throw Fault(sentence: "stream \(number) is not at an offset")
    }
    var scanner = Scanner(bytes, at: offset)
    _ = try (scanner.integer(), scanner.integer(), scanner.accept("obj"))
    return try scanner.stream(of: try scanner.thing())
  }

  /// Returns `thing`, or what it refers to.
  package func resolved(_ thing: Thing?) throws -> Thing? {
    guard case .reference(let number) = thing else { return thing }
    return try object(number)
  }

  private func member(_ index: Int, of stream: Int, number: Int) throws -> Thing {
    let data = try data(stream)
    guard let head = try object(stream).dictionary, let first = head["First"]?.integer,
      let count = head["N"]?.integer, index < count
    else { throw Fault(sentence: "object stream \(stream) has no place \(index)") }
    var scanner = Scanner(data, at: 0)
    for _ in 0..<index { _ = try (scanner.integer(), scanner.integer()) }
    guard try scanner.integer() == number else {
      throw Fault(sentence: "object \(number) is not number \(index) of stream \(stream)")
    }
    var object = Scanner(data, at: first + (try scanner.integer()))
    return try object.thing()
  }

  private mutating func readTable(_ scanner: inout Scanner) throws {
    guard try scanner.integer() == 0 else { throw Fault(sentence: "the table begins at 0") }
    let count = try scanner.integer()
    for number in 0..<count {
      let (offset, generation) = (try scanner.integer(), try scanner.integer())
      if scanner.accept("n") {
        guard generation == 0 else { throw Fault(sentence: "generation \(generation)") }
        entries[number] = .offset(offset)
      } else if number != 0 || !scanner.accept("f") {
        throw Fault(sentence: "entry \(number) is not in use")
      }
    }
    guard scanner.accept("trailer"), let end = try scanner.thing().dictionary else {
      throw Fault(sentence: "no trailer")
    }
    trailer = end
  }

  /// Undoes PNG's filter Up, which each row of `columns` bytes is preceded by (ISO 32000-1 §7.4.4.4).
  private static func unfiltered(_ bytes: [UInt8], columns: Int?) -> [UInt8] {
    guard let columns else { return bytes }
    var (rows, above) = ([UInt8](), [UInt8](repeating: 0, count: columns))
    for start in stride(from: 0, to: bytes.count, by: columns + 1) {
      for column in 0..<columns { above[column] &+= bytes[start + 1 + column] }
      rows += above
    }
    return rows
  }

  /// Reads the cross-reference of the last revision and of those before it (ISO 32000-1 §7.5.6).
  private mutating func readStreams(from start: Int) throws {
    trailer = try readStream(at: start)
    var (seen, earlier) = ([start], trailer["Prev"]?.integer)
    while let place = earlier {
      guard !seen.contains(place) else { throw Fault(sentence: "revisions go round in a circle") }
      seen.append(place)
      earlier = try readStream(at: place)["Prev"]?.integer
    }
  }

  /// Reads one cross-reference stream and returns its dictionary; what a later revision has said of an object stays.
  private mutating func readStream(at start: Int) throws -> [String: Thing] {
    var scanner = Scanner(bytes, at: start)
    _ = try (scanner.integer(), scanner.integer(), scanner.accept("obj"))
    let stream = try scanner.thing()
    let head = stream.dictionary ?? [:]
    let rows = TinyReader.unfiltered(
      try scanner.stream(of: stream),
      columns: head["DecodeParms"]?.dictionary?["Columns"]?.integer
    )
    guard let widths = head["W"]?.array?.compactMap(\.integer), widths.count == 3,
      let numbers = TinyReader.numbers(of: head), rows.count == numbers.count * widths.reduce(0, +)
    else { throw Fault(sentence: "the cross-reference stream has no whole rows") }
    var position = 0
    for number in numbers {
      let fields = widths.map { width in
        let field = rows[position..<position + width].reduce(0) { $0 << 8 | Int($1) }
        position += width
        return field
      }
      guard entries[number] == nil else { continue }
      if fields[0] == 1 { entries[number] = .offset(fields[1]) }
      if fields[0] == 2 { entries[number] = .inside(stream: fields[1], index: fields[2]) }
    }
    return head
  }

  /// The numbers of the objects that a cross-reference stream has rows for: all, or those of its `Index`.
  private static func numbers(of head: [String: Thing]) -> [Int]? {
    guard let size = head["Size"]?.integer else { return nil }
    guard let runs = head["Index"]?.array?.compactMap(\.integer) else { return Array(0..<size) }
    guard runs.count.isMultiple(of: 2), runs.allSatisfy({ (0...size).contains($0) }) else {
      return nil
    }
    return stride(from: 0, to: runs.count, by: 2).flatMap { runs[$0]..<runs[$0] + runs[$0 + 1] }
  }

  private static func last(_ word: String, in bytes: [UInt8]) throws -> Int {
    let word = Array(word.utf8)
    for start in stride(from: bytes.count - word.count, through: 0, by: -1)
    where Array(bytes[start..<start + word.count]) == word { return start }
    throw Fault(sentence: "no \(word)")
  }
}

/// An object as the tiny reader sees it; strings are kept as their bytes.
package indirect enum Thing: Hashable {
  case word(String), number(Double), name(String), string([UInt8]), reference(Int)
  case array([Thing])
  case dictionary([String: Thing])

  package var dictionary: [String: Thing]? {
    if case .dictionary(let entries) = self { entries } else { nil }
  }
  package var array: [Thing]? { if case .array(let elements) = self { elements } else { nil } }
  package var integer: Int? {
    if case .number(let number) = self { Int(exactly: number) } else { nil }
  }
  package var number: Double? { if case .number(let number) = self { number } else { nil } }
  package var name: String? { if case .name(let name) = self { name } else { nil } }
  package var reference: Int? { if case .reference(let number) = self { number } else { nil } }
  /// The text of a text string.
  package var text: String? {
    guard case .string(let bytes) = self else { return nil }
    guard bytes.starts(with: [0xFE, 0xFF]) else { return String(decoding: bytes, as: UTF8.self) }
    let units = stride(from: 2, to: bytes.count, by: 2).map {
      UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
    }
    return String(decoding: units, as: UTF16.self)
  }
}
