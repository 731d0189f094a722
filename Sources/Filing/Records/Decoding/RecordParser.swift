import Diagnostics
import JSON

/// Reads the JSON of records, one text after another, and remembers what was made of words that recur.
final class RecordParser {
  private let reader: JSONReader
  /// What is known of the words of the trees that it reads.
  let words = KnownWords()

  /// Creates a parser, unless memory is short.
  init() throws(ReadFailure) {
    guard let reader = JSONReader(names: RecordKey.names) else { throw ReadFailure("内存不足") }
    self.reader = reader
  }

  /// Reads the one value in `source`, whose members are told by the numbers of `RecordKey`.
  func read(_ source: some Collection<UInt8>) throws(JSONProblem) -> JSONTree {
    try reader.read(source)
  }
}
