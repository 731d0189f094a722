import Diagnostics
import Glibc

extension Console {
  /// Asks for a secret, which the terminal does not show; nothing when nobody sits there.
  func askSecret(_ what: Message) -> String? {
    guard isatty(STDIN_FILENO) == 1 else { return nil }
    var shown = termios()
    guard unsafe tcgetattr(STDIN_FILENO, &shown) == 0 else { return nil }
    let showAgain: @Sendable () -> Void = { [shown] in
      unsafe withUnsafePointer(to: shown) { _ = unsafe tcsetattr(STDIN_FILENO, TCSAFLUSH, $0) }
    }
    var hidden = shown
    hidden.c_lflag &= ~tcflag_t(ECHO)
    let (undoing, isHidden) = Undoing.begin(undo: showAgain) {
      unsafe tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden) == 0
    }
    defer { withExtendedLifetime(undoing, showAgain) }
    guard isHidden else { return nil }
    defer { note("") }
    show(("\(what)：" as Message).words(in: words))
    return readLine()
  }
}
