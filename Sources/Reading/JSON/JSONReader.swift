import CSimdJSON

/// Reads JSON texts with simdjson, one after another, reusing its buffers.
@safe
public final class JSONReader {
  private let handle: OpaquePointer
  private let names: JSONNames
  private let maxDepth: Int
  private let isThorough: Bool

  /// How many texts a reader remembers: the numbers of two that it remembers differ in the rest by this.
  public static let knownTextCount = Int(CSJ_KNOWN_TEXTS)

  /// Creates a reader that refuses what is nested deeper than `maxDepth`; nothing when memory is short.
  ///
  /// Members called one of `names`, at most 255, are told and found by its number, counted from 1.
  public convenience init?(names: [String] = [], maxDepth: Int = 64) {
    self.init(names: names, maxDepth: maxDepth, isThorough: false)
  }

  /// Creates a reader that leaves even plain texts to simdjson where it `isThorough`.
  init?(names: [String], maxDepth: Int = 64, isThorough: Bool) {
    precondition(names.count <= 255, "a name's number is a byte")
    let list = names.flatMap { Array($0.utf8CString) }
    guard let handle = unsafe csj_make(list, list.count) else { return nil }
    unsafe self.handle = handle
    self.names = JSONNames(names)
    self.maxDepth = maxDepth
    self.isThorough = isThorough
  }

  deinit { unsafe csj_destroy(handle) }

  /// Reads the one value in `source`.
  public func read(_ source: some Collection<UInt8>) throws(JSONProblem) -> JSONTree {
    let parsed = source.withContiguousStorageIfAvailable { unsafe parse($0) }
    switch parsed ?? parseCopy(of: Array(source)) {
    case .success(let tree): return tree
    case .failure(let problem): throw problem
    }
  }

  private func parseCopy(of source: [UInt8]) -> Result<JSONTree, JSONProblem> {
    unsafe source.withUnsafeBufferPointer { unsafe parse($0) }
  }

  private func parse(_ source: UnsafeBufferPointer<UInt8>) -> Result<JSONTree, JSONProblem> {
    let result = unsafe csj_read(
      handle,
      source.baseAddress,
      source.count,
      UInt32(maxDepth),
      isThorough ? 1 : 0
    )
    if let reason = unsafe Self.reason(result.status) {
      let known = unsafe result.offset >= 0 ? Int(result.offset) : nil
      return unsafe .failure(Self.problem(reason, known, in: source))
    }
    return unsafe .success(tree(result))
  }

  private func tree(_ result: csj_result) -> JSONTree {
    let nodes = unsafe UnsafeBufferPointer(start: result.nodes, count: result.node_count)
    let text = unsafe UnsafeBufferPointer(start: result.text, count: result.text_length)
    return unsafe JSONTree(nodes: Array(nodes), text: Array(text), names: names)
  }

  private static func reason(_ status: Int32) -> JSONProblem.Reason? {
    switch Int(status) {
    case CSJ_OK: nil
    case CSJ_EMPTY: .empty
    case CSJ_BAD_UTF8: .badUTF8
    case CSJ_UNCLOSED: .unclosed
    case CSJ_RAW_CONTROL: .rawControl
    case CSJ_BAD_NUMBER: .badNumber
    case CSJ_BAD_LITERAL: .badLiteral
    case CSJ_BAD_STRING: .badString
    case CSJ_TRAILING: .trailing
    case CSJ_TOO_DEEP: .tooDeep
    case CSJ_NO_MEMORY: .noMemory
    case CSJ_TOO_LONG: .tooLong
    default: .badStructure
    }
  }

  private static func isOfWord(_ byte: UInt8) -> Bool {
    let character = Character(Unicode.Scalar(byte))
    return character.isASCII
      && (character.isLetter || character.isNumber || "+-.".contains(character))
  }

  /// Finds the place of what simdjson reports for a text as a whole.
  private static func problem(
    _ reason: JSONProblem.Reason,
    _ offset: Int?,
    in source: UnsafeBufferPointer<UInt8>
  ) -> JSONProblem {
    // Bytes of another encoding upset quotes and brackets too; they are the cause, whatever came of it.
    if let bad = unsafe Utf8Scan.firstBadByte(source) {
      return JSONProblem(reason: .badUTF8, offset: bad)
    }
    let scan = unsafe StringScan(source)
    switch reason {
    case .rawControl: return JSONProblem(reason: reason, offset: scan.rawControl ?? 0)
    case .unclosed, .badUTF8:
      return JSONProblem(reason: .unclosed, offset: scan.opening ?? source.count)
    case .empty:
      guard let first = scan.first else { break }
      return JSONProblem(reason: .badStructure, offset: first)
    default: break
    }
    let place = offset ?? source.count
    if [.badLiteral, .badNumber].contains(reason), let opening = scan.opening,
      unsafe source[min(place, source.count)...].allSatisfy(isOfWord)
    {
      // What ends with the text was cut off with it, such as `fal`.
      return JSONProblem(reason: .unclosed, offset: opening)
    }
    guard place >= source.count, [.badStructure, .trailing].contains(reason) else {
      return JSONProblem(reason: reason, offset: place)
    }
    // The bracket after the text is the shim's own: to stumble over it is to miss one's own, or to have one too many.
    if reason == .trailing, scan.depth <= 0, let last = scan.last {
      return JSONProblem(reason: reason, offset: last)
    }
    return JSONProblem(reason: .unclosed, offset: scan.opening ?? place)
  }
}
