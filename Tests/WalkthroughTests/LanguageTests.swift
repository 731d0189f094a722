import Testing

@testable import mingce

/// Chinese comes first: English speaks only where it is asked for.
@Suite struct LanguageTests {
  @Test(arguments: [
    ([:], Language.chinese), (["LANG": "C"], .chinese), (["LANG": "C.UTF-8"], .chinese),
    (["LANG": "zh_CN.UTF-8"], .chinese), (["LANG": "de_DE"], .chinese),
    (["LANG": "en_US"], .english), (["LANG": "en"], .english),
    (["LC_ALL": "C", "LANG": "en_US.UTF-8"], .chinese),
    (["LC_MESSAGES": "en_GB", "LANG": "zh_CN"], .english),
    (["LC_ALL": "", "LC_MESSAGES": "zh_CN", "LANG": "en_US"], .chinese),
  ])
  func theEnvironmentAsksForIt(_ environment: [String: String], _ language: Language) {
    #expect(Language(environment: environment) == language)
  }

  @Test(arguments: [
    (["render", "--lang", "en", "a"], Language.english, ["render", "a"]),
    (["--lang=zh", "check"], .chinese, ["check"]), (["check"], nil, ["check"]),
    (["--lang", "zh", "check", "--lang=en"], .english, ["check"]),
    (["list", "--", "--lang", "en"], nil, ["list", "--", "--lang", "en"]),
  ])
  func theCommandLineAsksForItAnywhere(
    _ arguments: [String],
    _ language: Language?,
    _ rest: [String]
  ) throws {
    var arguments = arguments
    #expect(try Language.taken(from: &arguments) == language)
    #expect(arguments == rest)
  }

  @Test(arguments: [["--lang"], ["check", "--lang", "de"], ["--lang="]])
  func anUnknownLanguageIsRefused(_ arguments: [String]) {
    var arguments = arguments
    #expect(throws: CommandFailure.self) { try Language.taken(from: &arguments) }
  }
}
