import ArgumentParser
import Calendar
import Diagnostics
import Ledger
import Records

/// Lets a person use a seal.
struct SealAuthoriseCommand: WorldlyCommand {
  static let configuration = CommandConfiguration(
    commandName: "authorise",
    abstract: "准许一个人使用印章，或者改他的期限。",
    discussion: "例：mingce seal authorise YZ-0001 --person 李四 --until 2027-11-20"
  )

  @OptionGroup var seal: SealNumber

  @Option(help: ArgumentHelp("姓名，获准用印的人。", valueName: "姓名"))
  var person: String

  @Option(help: ArgumentHelp("从这一天起，可以用印；不写时是今天。", valueName: "日期"))
  var from: DayArgument?

  @Option(help: ArgumentHelp("到这一天止，可以用印；不写时与印章一样长。", valueName: "日期"))
  var until: DayArgument?

  func run(in world: World) throws(CommandFailure) -> ExitStatus {
    let person = try checkedPerson(person)
    let place = LedgerPlace(seal.options, in: world)
    let ledger = try place.open()
    let authorisation = SealAuthorisation(
      person: person,
      validFrom: (from?.day ?? world.actionTime().day).description,
      validUntil: until?.day.description
    )
    try place.telling { () throws(LedgerFailure) in
      try ledger.authorise(authorisation, forSeal: seal.number, at: world.actionTime())
    }
    let end: Message = authorisation.validUntil.map { "，至\($0)" } ?? ""
    world.console.say("已准许\(person)使用印章\(seal.number)，自\(authorisation.validFrom)起\(end)。")
    return .ok
  }
}

/// Takes back what lets a person use a seal.
struct SealRevokeCommand: WorldlyCommand {
  static let configuration = CommandConfiguration(
    commandName: "revoke",
    abstract: "取消一个人的用印授权。",
    discussion: "例：mingce seal revoke YZ-0001 --person 李四"
  )

  @OptionGroup var seal: SealNumber

  @Option(help: ArgumentHelp("姓名，不再获准用印的人。", valueName: "姓名"))
  var person: String

  func run(in world: World) throws(CommandFailure) -> ExitStatus {
    let person = try checkedPerson(person)
    let place = LedgerPlace(seal.options, in: world)
    let ledger = try place.open()
    try place.telling { () throws(LedgerFailure) in
      try ledger.revokeAuthorisation(
        of: person,
        forSeal: seal.number,
        at: world.actionTime()
      )
    }
    world.console.say("已取消\(person)使用印章\(seal.number)的授权。")
    return .ok
  }
}

/// Returns a person's name unless it is empty or too long; the trail keeps no identity numbers.
func checkedPerson(_ name: String) throws(CommandFailure) -> String {
  let text = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  guard !text.isEmpty, text.count <= 50 else { throw .usage("姓名要有1至50个字") }
  return LogText.kept(text)
}
