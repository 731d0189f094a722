import TestSupport

/// The same work for our program and its peers, with what the house asks of it.
struct Contest: Sendable {
  let scene: Scene
  /// The form whose texts the peers are given.
  let form: String
  /// Whether the output is a folder with a file for each filing.
  var isSplit = false
  /// The peers.
  var peers: [Racer] = []
  /// The longest time that our program may take, in seconds.
  var seconds: Double?
  /// The most memory that our program may take, in millions of bytes.
  var megabytes: Double?

  /// All who run, ours first.
  var racers: [Racer] { [.mingce(scene)] + peers }

  /// All contests, in the order of the table.
  static let all: [Contest] = [
    roster(1000, peers: [.typst("roster"), .canvas()]),
    roster(10_000, peers: [.typst("roster"), .canvas()]),
    roster(
      100_000,
      peers: [.typst("roster", goal: 30, isLong: true), .canvas(goal: 5)]
    ),
    Contest(
      scene: .certificateFiles(10_000),
      form: "certificate",
      isSplit: true,
      peers: [.typst("certificate", goal: 10)]
    ),
    Contest(
      scene: .contractFiles(1000),
      form: "contract",
      isSplit: true,
      peers: [.typst("contract", goal: 10)]
    ),
    Contest(
      scene: .certificates(1),
      form: "certificate",
      peers: [.typst("certificate")],
      seconds: 0.08
    ),
    Contest(scene: .web(10_000), form: "roster-new", seconds: 1),
    roster(100_000, isJSONLines: true, megabytes: 250),
    roster(300_000, isJSONLines: true, megabytes: 250),
  ]

  private static func roster(
    _ count: Int,
    isJSONLines: Bool = false,
    peers: [Racer] = [],
    megabytes: Double? = nil
  ) -> Contest {
    Contest(
      scene: .roster(count, isJSONLines: isJSONLines),
      form: "roster-new",
      peers: peers,
      megabytes: megabytes
    )
  }
}
