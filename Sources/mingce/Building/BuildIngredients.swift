import Fonts
import Issuing
import Remaking

/// What the steps of a build are made of: the program, and hashes of groups of files.
struct BuildIngredients {
  /// The stamp of the program itself: another one may make anything else of the same files.
  ///
  /// To hash its hundred million bytes would take longer than to make a small portal.
  let program: String
  /// The list of fonts and the stamps of the font files, which are too large to hash at every build.
  let fonts: String
  /// What themes say of paper.
  let paper: String
  /// The rules around a document's sheet on the screen.
  let sheetRules: String
  /// Everything in the themes.
  let theme: String
  /// The rules that records are judged by.
  let rules: String
  /// The settings of the portal.
  let site: String

  /// Looks at the files of `project`.
  init(
    of project: Project,
    _ inputs: BuildInputs,
    in world: World
  ) throws(CommandFailure) {
    let homes = Set([project.folder, world.homeIfAny ?? project.folder]).sorted()
    func digest(
      _ folder: String,
      where isWanted: (String) -> Bool = { _ in true }
    ) throws(CommandFailure) -> String {
      var recipe = Recipe()
      for home in homes {
        recipe[home] = try inputs.digest(below: "\(home)/\(folder)", where: isWanted)
      }
      return recipe.digest
    }
    program = world.stamp(of: "/proc/self/exe")?.text ?? ""
    site = try inputs.digest(of: project.siteFile)
    let name = try project.themeName(in: world)
    paper = name + (try digest("themes") { $0.hasSuffix("/theme.yaml") })
    sheetRules = name + (try digest("themes") { $0.hasSuffix("/document.css.mustache") })
    theme = name + (try digest("themes"))
    rules = try digest("content/rules")
    fonts = try BuildIngredients.fonts(of: project, inputs, in: world)
  }

  private static func fonts(
    of project: Project,
    _ inputs: BuildInputs,
    in world: World
  ) throws(CommandFailure) -> String {
    let (plan, _) = readFontPlan(try world.text(of: project.fontsFile), file: project.fontsFile)
    let folders = [project.localFonts] + (plan?.folders ?? [])
    var recipe = Recipe(["plan": try inputs.digest(of: project.fontsFile)])
    for file in folders.flatMap({ world.fontFiles(below: $0) }) {
      recipe[file] = world.stamp(of: file)?.text
    }
    return recipe.digest
  }
}
