import ArgumentParser
import Diagnostics
import Glibc
import Ledger
import Records

/// The options that say which project and which ledger a command works with.
struct LedgerOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp("名册账本；不写时是项目文件夹（没有项目则是当前文件夹）的 mingce.sqlite。", valueName: "文件"),
    completion: .file()
  )
  var ledger: String?

  @OptionGroup var place: ProjectOption
}

/// Where a ledger stands; it is made there when the first roster is saved.
///
/// All commands find it by one rule, whatever files they work on: as the options name it, in the project that they name
/// or that the current folder lies in, or else in the current folder. Where the records have another ledger beside them
/// nobody can tell which was meant, so nothing is done.
struct LedgerPlace {
  let path: String
  /// Another ledger that may have been meant.
  private let other: String?
  private let world: World

  /// The name of a ledger that nobody has named.
  static let fileName = "mingce.sqlite"

  /// Finds the ledger for a work on `records`, if it is on any.
  init(_ options: LedgerOptions, records: String? = nil, in world: World) {
    self.world = world
    if let ledger = options.ledger {
      (path, other) = (ledger, nil)
      return
    }
    if let project = options.place.project ?? world.enclosingProject(of: world.currentFolder) {
      let shown = project == world.currentFolder ? "" : "\(project)/"
      path = shown + Self.fileName
    } else {
      path = Self.fileName
    }
    let beside = records.map { Self.folder(of: $0) + Self.fileName }
    if let beside, world.exists(beside), !world.isSameFile(beside, path) {
      other = beside
    } else {
      other = nil
    }
  }

  private static func folder(of path: String) -> String {
    guard path != "-", let slash = path.lastIndex(of: "/") else { return "" }
    return String(path[...slash])
  }

  /// Opens the ledger.
  func open(forReading: Bool = false) throws(CommandFailure) -> Ledger {
    try refuseOther()
    guard world.exists(path) else { throw failure(.missing) }
    return try telling { () throws(LedgerFailure) in
      try Ledger(at: path, patience: patience, forReading: forReading)
    }
  }

  /// Opens the ledger where there is one.
  func openIfPresent() throws(CommandFailure) -> Ledger? {
    try refuseOther()
    return world.exists(path) ? try open(forReading: true) : nil
  }

  /// Opens the ledger, making it first where there is none.
  func openOrCreate() throws(CommandFailure) -> Ledger {
    try refuseOther()
    if !world.exists(path) { try create() }
    return try open()
  }

  private func refuseOther() throws(CommandFailure) {
    guard let other else { return }
    throw .told(
      [
        Diagnostic(
          "ledger.elsewhere",
          .error,
          "记录文件旁边有另一本名册账本“\(other)”，不能确定该用它还是“\(path)”，什么也没有做",
          advice: "请用 --ledger 指明；或者到“\(other)”所在的文件夹里运行"
        )
      ],
      .problemsFound
    )
  }

  /// How many seconds to wait for other processes.
  private var patience: Double {
    world.environment["MINGCE_LEDGER_PATIENCE"].flatMap(Double.init) ?? 60
  }

  /// Makes a whole ledger under a temporary name and links it into place; whoever links first has made it.
  private func create() throws(CommandFailure) {
    guard world.exists(path.contains("/") ? folder : ".") else {
      throw .cannotWrite(path: path, reason: systemReason(ENOENT))
    }
    let temporary = "\(path).\(getpid()).part"
    // SQLite has files beside its own as long as it writes: to wait a moment is surer than to take them away under it.
    let whole = UndividedWork()
    defer { withExtendedLifetime(whole) { Self.remove(temporary) } }
    // A killed run of the same number may have left its own.
    Self.remove(temporary)
    try telling { () throws(LedgerFailure) in
      try Ledger.create(at: temporary, salt: Self.salt(), time: world.actionTime())
    }
    guard unsafe link(temporary, path) == 0 || errno == EEXIST else {
      throw .cannotWrite(path: path, reason: systemReason(errno))
    }
    settleFolder()
  }

  private static func remove(_ database: String) {
    for suffix in ["", "-journal", "-wal", "-shm"] { unsafe unlink(database + suffix) }
  }

  private var folder: String { Self.folder(of: path) }

  /// Waits until the new name is on the disk; a folder that cannot be waited for is left to the system.
  private func settleFolder() {
    let descriptor = unsafe Glibc.open(path.contains("/") ? folder : ".", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  /// Returns 32 random digits.
  private static func salt() -> String {
    var random = SystemRandomNumberGenerator()
    return (0..<32).map { _ in String(Int.random(in: 0..<16, using: &random), radix: 16) }.joined()
  }

  /// Returns `failure` as one of the command.
  func failure(_ failure: LedgerFailure) -> CommandFailure {
    let diagnostics = failure.diagnostics(at: path)
    switch failure {
    case .refused: return .told(diagnostics, .problemsFound)
    case .missing: return .told(diagnostics, .inputMissing)
    case .readOnly, .full: return .told(diagnostics, .cannotWrite)
    case .printing(let error as CommandFailure): return error
    case .printing(let error as ReadFailure):
      return .inputMissing(path: "记录文件", reason: error.message)
    // What an unknown error says of itself may show values of a row.
    case .printing(let error):
      return .unfit([
        Diagnostic("ledger.print", .error, "名册未能印出：\(String(describing: type(of: error)))")
      ])
    default: return .told(diagnostics, .failed)
    }
  }

  /// Turns a failure of the ledger into one of the command.
  func telling<Value>(
    _ body: () throws(LedgerFailure) -> Value
  ) throws(CommandFailure) -> Value {
    do throws(LedgerFailure) {
      return try body()
    } catch {
      throw failure(error)
    }
  }
}
