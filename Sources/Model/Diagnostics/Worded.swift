/// What says of itself what a person should know, such as why something could not be done.
public protocol Worded: CustomStringConvertible {
  /// What there is to say, in words of either language.
  var message: Message { get }
}

extension Worded {
  /// The same in Chinese.
  public var description: String { message.description }
}
