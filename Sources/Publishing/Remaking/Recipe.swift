import Digests

/// What a step of a build is made of: every ingredient by its name, as the hash of what it holds.
public struct Recipe: Sendable {
  private var ingredients: [String: String] = [:]

  /// Creates a recipe.
  public init(_ ingredients: [String: String] = [:]) {
    self.ingredients = ingredients
  }

  /// The ingredient called `name`.
  public subscript(_ name: String) -> String? {
    get { ingredients[name] }
    set { ingredients[name] = newValue }
  }

  /// The hash of all ingredients with their names.
  public var digest: String { Recipe.digest(of: ingredients.sorted { $0.key < $1.key }) }

  /// Returns the hash of `parts` in their order, names and values kept apart by their lengths.
  public static func digest(of parts: some Sequence<(key: String, value: String)>) -> String {
    var text = ""
    for (name, value) in parts {
      text += "\(name.utf8.count):\(name),\(value.utf8.count):\(value),"
    }
    return Digest(of: Array(text.utf8)).hex
  }
}
