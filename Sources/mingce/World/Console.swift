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

  /// Looks at the environment and the terminal.
  init(environment: [String: String]) {
    let isTerminal = isatty(STDERR_FILENO) == 1
    usesColour =
      isTerminal && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
    showsLiveProgress = isTerminal && environment["TERM"] != "dumb"
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

  /// Prints a piece of the report as it is.
  func put(_ bytes: [UInt8]) {
    Console.write(bytes, to: STDOUT_FILENO)
  }

  /// Prints a line of the report.
  func say(_ line: String) {
    Console.write(line + "\n", to: STDOUT_FILENO)
  }

  /// Prints text of the report as it is.
  func put(_ text: String) {
    Console.write(text, to: STDOUT_FILENO)
  }

  /// Prints a line beside the report; it never holds a whole identity number.
  func note(_ line: String) {
    Console.write(LogText.safe(line) + "\n", to: STDERR_FILENO)
  }

  /// Prints a diagnostic, coloured by its severity where the terminal can.
  func complain(_ diagnostic: Diagnostic) {
    transcript.add(diagnostic.description)
    note(usesColour ? coloured(diagnostic) : diagnostic.description)
  }

  /// Prints text without ending the line, for progress.
  func show(_ text: String) {
    Console.write(LogText.safe(text), to: STDERR_FILENO)
  }

  private func coloured(_ diagnostic: Diagnostic) -> String {
    let colour =
      switch diagnostic.severity {
      case .error: "31"
      case .warning: "33"
      case .note: "36"
      }
    let label = "\(diagnostic.severity.label)："
    guard let range = diagnostic.description.firstRange(of: label) else {
      return diagnostic.description
    }
    return diagnostic.description.replacingCharacters(
      in: range,
      with: "\u{1B}[1;\(colour)m\(label)\u{1B}[0m"
    )
  }

  /// Writes all of `text`; a closed pipe is not worth a complaint, since there is nobody left to read it.
  private static func write(_ text: String, to descriptor: Int32) {
    write(Array(text.utf8), to: descriptor)
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    var bytes = bytes[...]
    while !bytes.isEmpty {
      let written = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(descriptor, buffer.baseAddress, buffer.count)
      }
      if written < 0 {
        if errno == EINTR { continue }
        return
      }
      bytes = bytes.dropFirst(written)
    }
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<String.Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}
