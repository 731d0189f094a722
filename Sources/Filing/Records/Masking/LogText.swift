/// What logs, error messages and progress lines may hold: no whole identity number.
///
/// It is the last guard before the console's side channel, behind messages that mask what they show themselves; file
/// names and paths, for one, come from operators. Reports that a clerk asks for are no logs.
public enum LogText {
  /// The fewest digits of an identity number (GB 11643-1989).
  private static let least = 15

  /// Returns `text` with every run of 15 digits or more hidden but for the area and the end.
  public static func safe(_ text: String) -> String {
    replaced(text) { NumberMask.identity($0, .notice) }
  }

  /// Returns `text` with every run of 15 digits or more hidden whole, for what is kept for good: a trail that can never be
  /// changed holds no digit of a person's number.
  public static func kept(_ text: String) -> String {
    replaced(text) { String(repeating: "*", count: $0.count) }
  }

  private static func replaced(_ text: String, by hidden: (String) -> String) -> String {
    guard hasLongRun(text) else { return text }
    func masked(_ run: String) -> String { run.count < least ? run : hidden(run) }
    var shown = ""
    var run = ""
    for character in text {
      if NumberMask.isDigit(character) {
        run.append(character)
      } else {
        let isCheck = "XxＸｘ".contains(character) && run.count == 17
        shown += masked(isCheck ? run + String(character) : run)
        if !isCheck { shown.append(character) }
        run = ""
      }
    }
    return shown + masked(run)
  }

  /// Whether there is anything to hide; nearly never, so it is found out on the bytes.
  private static func hasLongRun(_ text: String) -> Bool {
    var count = 0
    for byte in text.utf8 {
      // A full-width digit is EF BC 90 to EF BC 99.
      let isOfDigit = (0x30...0x39).contains(byte) || (0x90...0x99).contains(byte)
      if isOfDigit { count += 1 } else if byte != 0xEF && byte != 0xBC { count = 0 }
      if count >= least { return true }
    }
    return false
  }
}
