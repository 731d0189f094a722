public import ArgumentParser
public import Seals

extension SealKind: ExpressibleByArgument {
  /// Reads the kind as it is written in Chinese.
  public init?(argument: String) { self.init(argument) }
}

extension SealShape: ExpressibleByArgument {}

extension SealBorder: ExpressibleByArgument {}
