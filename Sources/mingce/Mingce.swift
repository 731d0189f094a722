import ArgumentParser

@main
struct Mingce: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "mingce")
}
