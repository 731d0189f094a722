import ArgumentParser
import Diagnostics

/// The language in which the program speaks; documents, forms and the portal are Chinese in any.
enum Language: String, CaseIterable, ExpressibleByArgument {
  case chinese = "zh"
  case english = "en"

  /// Returns what the environment asks for: the first of its variables that says anything decides (locale(7)).
  init(environment: [String: String]) {
    let asked = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }
      .first { !$0.isEmpty }
    self = asked?.hasPrefix(Language.english.rawValue) == true ? .english : .chinese
  }

  /// Takes the last `--lang` out of `arguments`, wherever it stands before `--`, and returns what it asks for.
  static func taken(from arguments: inout [String]) throws(CommandFailure) -> Language? {
    var rest: [String] = []
    var asked: String?
    var words = arguments[...]
    while let word = words.popFirst() {
      if word == "--" {
        rest += [word] + words
        break
      } else if word == flag {
        guard let value = words.popFirst() else { throw .usage("选项“--lang”后面缺少值，可用的值：zh、en") }
        asked = value
      } else if word.hasPrefix("\(flag)=") {
        asked = String(word.dropFirst(flag.count + 1))
      } else {
        rest.append(word)
      }
    }
    arguments = rest
    guard let asked else { return nil }
    guard let language = Language(rawValue: asked) else {
      throw .usage("“--lang”的值“\(asked)”无效，可用的值：zh、en")
    }
    return language
  }

  /// How the language is asked for on the command line.
  static let flag = "--lang"
}
