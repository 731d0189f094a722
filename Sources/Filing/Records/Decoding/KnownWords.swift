import Calendar
import JSON

/// What was made of the words that rows have in common: posts, places, codes and days recur in row after row.
///
/// A word is known by the number that its JSON reader gives it. Only what there was nothing to say about is remembered,
/// so that everything else is said again of every row.
@safe
final class KnownWords {
  /// A word and what it was found to mean.
  private struct Word {
    /// The number that the reader gives the word; no word has 0.
    var number: UInt64 = 0
    var text: String?
    var date: CivilDate?
    /// The list of codes that was asked for the word, and which of its codes it is.
    var list: ObjectIdentifier?
    var place = 0
  }

  // Every value of every row looks here: an array in a class would be guarded against use while it is changed each time.
  private let words: UnsafeMutableBufferPointer<Word>

  /// Creates the memory of no word.
  init() {
    unsafe words = .allocate(capacity: JSONReader.knownTextCount)
    unsafe words.initialize(repeating: Word())
  }

  deinit { unsafe words.deinitialize().deallocate() }

  /// Returns the word of `number` as it is printed, where it needs no mending.
  func text(_ number: UInt64) -> String? {
    let index = index(of: number)
    return unsafe words[index].number == number ? words[index].text : nil
  }

  /// Returns the day that the word of `number` is.
  func date(_ number: UInt64) -> CivilDate? {
    let index = index(of: number)
    return unsafe words[index].number == number ? words[index].date : nil
  }

  /// Returns the code of a closed list that the word of `number` means.
  func code<List: CodeList>(_ number: UInt64) -> List? {
    let index = index(of: number)
    let word = unsafe words[index]
    guard word.number == number, word.list == ObjectIdentifier(List.self) else { return nil }
    let codes = List.allCases
    return codes[codes.index(codes.startIndex, offsetBy: word.place)]
  }

  /// Remembers how the word of `number` is printed.
  func remember(_ text: String, as number: UInt64) { change(number) { $0.text = text } }

  /// Remembers the day that the word of `number` is.
  func remember(_ date: CivilDate, as number: UInt64) { change(number) { $0.date = date } }

  /// Remembers the code that the word of `number` means.
  func remember<List: CodeList>(_ code: List, as number: UInt64) {
    guard let place = List.allCases.enumerated().first(where: { $0.element == code })?.offset else {
      return
    }
    change(number) { ($0.list, $0.place) = (ObjectIdentifier(List.self), place) }
  }

  private func change(_ number: UInt64, _ body: (inout Word) -> Void) {
    guard number != 0 else { return }
    let index = index(of: number)
    if unsafe words[index].number != number { unsafe words[index] = Word(number: number) }
    unsafe body(&words[index])
  }

  private func index(of number: UInt64) -> Int {
    Int(truncatingIfNeeded: number % UInt64(JSONReader.knownTextCount))
  }
}
