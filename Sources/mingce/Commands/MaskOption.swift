import ArgumentParser
import Records

/// The option that says how much of persons a command shows.
struct MaskOption: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "遮盖姓名、证件号码、电话和住址：M0（不遮）是默认、M1（内部）、M2（公开）；代码和中文名都可以写。",
      valueName: "级别"
    )
  )
  var mask: MaskWord?

  /// The level that was asked for.
  var level: MaskLevel { mask?.level ?? .whole }
}

/// A level of masking, by its code or its Chinese name.
struct MaskWord: ExpressibleByArgument {
  let level: MaskLevel

  init?(argument: String) {
    guard let level = MaskLevel(word: argument) else { return nil }
    self.level = level
  }

  static var allValueStrings: [String] { MaskLevel.allCases.map(\.rawValue) }
}
