extension Diagnostic {
  /// Returns what is to be said of a private use character in a text file that people write.
  ///
  /// It is another character on another computer, unless an older system had it for one that has its place by now: that
  /// one, `standard`, stands in its place, and only a warning is given (GB 18030-2022). The `codes` are those of the two
  /// complaints in this kind of file.
  public static func privateUse(
    _ scalar: Unicode.Scalar,
    standard: Unicode.Scalar?,
    codes: (refused: String, replaced: String),
    at place: SourceLocation
  ) -> Diagnostic {
    guard let standard else {
      return Diagnostic(
        codes.refused,
        at: .source(place),
        "含有私有区的造字",
        found: "\(named(scalar))",
        expected: "GB 18030-2022 收录的字",
        advice: "换一台电脑会显示成别的字或者空白；请查明是什么字，改用标准字"
      )
    }
    return Diagnostic(
      codes.replaced,
      .warning,
      at: .source(place),
      "旧私有区字符已换成标准字符",
      found: "\(named(scalar))",
      advice: "请改为\(named(standard))"
    )
  }

  private static func named(_ scalar: Unicode.Scalar) -> String {
    "“\(scalar)”（U+\(String(scalar.value, radix: 16, uppercase: true))）"
  }
}
