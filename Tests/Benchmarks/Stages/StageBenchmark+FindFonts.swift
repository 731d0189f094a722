import TestSupport

extension StageBenchmark {
  /// Installed font files to the faces that the families name, as every start of the program does.
  static let findFonts = StageBenchmark(name: "find-fonts", unit: "files") {
    {
      _ = try TestFonts.library()
      return TestFonts.files.count
    }
  }
}
