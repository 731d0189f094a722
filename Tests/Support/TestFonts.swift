public import Fonts
import Foundation
import Styling

/// The fonts that tests stand on: those of the Debian packages that the test set-up installs.
public enum TestFonts {
  /// The paths of all font files under `/usr/share/fonts`, sorted; symbolic links stand for files listed anyway.
  public static let files: [String] = fontFiles(under: "/usr/share/fonts")

  /// The house's families over the open fonts alone, so that results do not depend on an operator's own files.
  public static let plan = FontPlan(
    families: [
      .song: [notoSerif], .hei: [notoSans], .kai: [wenKai],
      .fang: [FontCandidate(wenKai.names, notice: "没有仿宋字体，仿宋改用楷体")],
    ],
    fallback: [
      notoSerif, notoSans,
      FontCandidate(["HanaMinA"], package: "fonts-hanazono"),
      FontCandidate(["HanaMinB"], package: "fonts-hanazono"),
    ]
  )

  /// The same with faces for the other scripts of GB 18030-2022.
  public static let planOfAllScripts: FontPlan = {
    let scripts = [
      "Noto Serif", "Noto Naskh Arabic", "Noto Serif Tibetan", "Noto Sans Mongolian",
      "Noto Sans Yi",
      "Noto Sans Tai Le", "Noto Sans New Tai Lue", "Noto Sans Tai Tham", "Noto Sans Lisu",
      "Noto Sans Miao",
    ]
    var wider = plan
    wider.fallback += scripts.map { FontCandidate([$0], package: "fonts-noto-core") }
    return wider
  }()

  /// Returns a new library of `plan` over `files`; each test has its own, a library lives in one task.
  public static func library() throws -> FontLibrary {
    try FontLibrary(plan: plan, files: files)
  }

  /// Returns a new library of `planOfAllScripts`.
  public static func libraryOfAllScripts() throws -> FontLibrary {
    try FontLibrary(plan: planOfAllScripts, files: files)
  }

  private static let notoSerif = FontCandidate(["Noto Serif CJK SC"], package: "fonts-noto-cjk")
  private static let notoSans = FontCandidate(["Noto Sans CJK SC"], package: "fonts-noto-cjk")
  private static let wenKai = FontCandidate(["LXGW WenKai"], package: "fonts-lxgw-wenkai")

  private static func fontFiles(under folder: String) -> [String] {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    let paths = names.sorted().map { folder + "/" + $0 }
    return paths.filter { path in
      [".ttf", ".otf", ".ttc"].contains { path.lowercased().hasSuffix($0) }
        && (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) == nil
    }
  }
}
