/// A program that takes part in a contest.
struct Racer: Sendable {
  let name: String
  let program: String
  /// The command line, given the paths of records, of their texts and of the output.
  let arguments: @Sendable (_ records: String, _ texts: String, _ output: String) -> [String]
  /// How many times longer than ours it must take; nothing where no such thing was asked for.
  var goal: Double?
  /// Whether it takes minutes, so that it is run once or not at all.
  var isLong = false

  /// Our own program, used as in `scene`.
  static func mingce(_ scene: Scene) -> Racer {
    Racer(name: "mingce", program: Machine.program) { records, _, output in
      scene.arguments(records, output)
    }
  }

  /// typst, which compiles all files of a batch in one process and keeps what it has laid out.
  static func typst(_ form: String, goal: Double? = nil, isLong: Bool = false) -> Racer {
    let script = Machine.peerScript("typst_peer.py")
    return Racer(
      name: "typst",
      program: Machine.peerPython,
      arguments: { _, texts, output in [script, form, texts, output, Machine.peerFonts] },
      goal: goal,
      isLong: isLong
    )
  }

  /// The ReportLab canvas, whose one font must hold TrueType outlines.
  static func canvas(goal: Double? = nil) -> Racer {
    let script = Machine.peerScript("reportlab_peer.py")
    let font = "\(Machine.peerFonts)/LXGWWenKai-Regular.ttf"
    return Racer(
      name: "ReportLab canvas",
      program: Machine.peerPython,
      arguments: { _, texts, output in [script, texts, output, font] },
      goal: goal
    )
  }
}

extension Machine {
  /// Where `make bench-peers` keeps the peers.
  static let peerFolder = "\(project)/.build/bench-peers"
  /// The interpreter of the peers' scripts.
  static let peerPython = "\(peerFolder)/venv/bin/python"
  /// The fonts that peers are given.
  static let peerFonts = "\(peerFolder)/fonts"

  /// Returns the path of a peer's program.
  static func peerTool(_ name: String) -> String { "\(peerFolder)/venv/bin/\(name)" }

  /// Returns the path of a peer's script.
  static func peerScript(_ name: String) -> String { "\(project)/Tests/Benchmarks/Peers/\(name)" }
}
