/// What the program tells its caller; the numbers above 63 are those of BSD's `sysexits.h`.
enum ExitStatus: Int32 {
  /// All done.
  case ok = 0
  /// The work could not be done.
  case failed = 1
  /// The work was done as far as it goes, but the records hold problems.
  case problemsFound = 2
  /// The command line is wrong (EX_USAGE).
  case usage = 64
  /// An input is missing or cannot be read (EX_NOINPUT).
  case inputMissing = 66
  /// An output cannot be written (EX_CANTCREAT).
  case cannotWrite = 73
}
