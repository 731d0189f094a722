import Diagnostics
import Glibc
import Records

/// The terminal: reports to standard output, complaints and progress to standard error.
struct Console {
  /// Whether complaints are coloured (https://no-color.org).
  let usesColour: Bool
  /// Whether progress is shown as one line that changes in place.
  let showsLiveProgress: Bool
  /// What is complained of while somebody keeps it.
  let transcript = Transcript()
  /// The language in which everything is said.
  var words = Vocabulary.chinese

  /// Looks at the environment and the terminal.
  init(environment: [String: String]) {
    let isTerminal = isatty(STDERR_FILENO) == 1
    usesColour =
      isTerminal && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
    showsLiveProgress = isTerminal && environment["TERM"] != "dumb"
  }

  /// Opens what the caller has closed of standard input, output and error: nothing reads or hears there, and no file of
  /// ours takes their numbers.
  static func openWhatIsClosed() {
    for number in STDIN_FILENO...STDERR_FILENO where fcntl(number, F_GETFD) == -1 {
      // The lowest number that is free is this one (open(2)).
      unsafe _ = open("/dev/null", O_RDWR)
    }
  }

  /// How many columns the terminal of the report has; nothing when it goes elsewhere.
  var lineWidth: Int? {
    guard isatty(STDOUT_FILENO) == 1 else { return nil }
    var size = winsize()
    guard unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return 80
    }
    return Int(size.ws_col)
  }

  /// Prints a piece of the report as it is; a report that cannot be written is the end of the run.
  func put(_ bytes: [UInt8]) {
    guard let reason = writeAll(bytes[...], to: STDOUT_FILENO) else { return }
    UnfinishedWork.interrupt(
      because: reason == EPIPE ? .closedReport : .lostReport(reason),
      telling: self
    )
  }

  /// Prints a line of the report.
  func say(_ line: Message) {
    put(line.words(in: words) + "\n")
  }

  /// Prints text of the report as it is.
  func put(_ text: String) {
    put(Array(text.utf8))
  }

  /// Prints a line beside the report; it never holds a whole identity number.
  func note(_ line: Message) {
    show(line.words(in: words) + "\n")
  }

  /// Prints a diagnostic, coloured by its severity where the terminal can.
  func complain(_ diagnostic: Diagnostic) {
    transcript.add(diagnostic.description)
    let line = diagnostic.line(in: words)
    show((usesColour ? coloured(line, diagnostic.severity) : line) + "\n")
  }

  /// Prints text without ending the line, for progress; what cannot be written is nothing that the work depends on.
  func show(_ text: String) {
    _ = writeAll(Array(LogText.safe(text).utf8)[...], to: STDERR_FILENO)
  }

  private func coloured(_ line: String, _ severity: Severity) -> String {
    let colour =
      switch severity {
      case .error: "31"
      case .warning: "33"
      case .note: "36"
      }
    let label = ("\(term: severity.label)：" as Message).words(in: words)
    guard let range = line.firstRange(of: label) else { return line }
    return line.replacingCharacters(
      in: range,
      with: "\u{1B}[1;\(colour)m\(label)\u{1B}[0m"
    )
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<String.Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}
