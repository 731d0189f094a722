import Foundation
import Testing

/// Themes as a project uses them: its own files hide the installed ones.
@Suite struct ThemeTests {
  private let project: TinyProject

  init() throws {
    project = try TinyProject()
    try project.add("letter", settings: LetterForm.settings, body: LetterForm.body)
  }

  @Test func aFileOfTheProjectHidesTheInstalledOne() throws {
    let theme = project.folder.file("themes/office")
    for part in ["templates", "static"] {
      try FileManager.default.removeItem(at: theme.appending(path: part))
    }
    try project.folder.write(
      "<footer><p>自己的页脚</p></footer>\n",
      to: "themes/office/templates/footer.mustache"
    )
    let run = try project.run("build")
    #expect(run.status == 0, "\(run.said)")
    let home = try project.folder.text(of: "public/index.html")
    #expect(home.contains("<footer><p>自己的页脚</p></footer>"))
    #expect(home.contains("<h1>小小帮助中心</h1>"))
    #expect(try project.folder.text(of: "public/assets/search.js").contains("mingceSearch"))
  }

  @Test func theSiteChoosesATheme() throws {
    let site = try project.folder.text(of: "content/site.yaml")
    try project.folder.write(
      site + "\ntheme: gov\nvalues: {icp: 示ICP备1号}\n",
      to: "content/site.yaml"
    )
    let run = try project.run("build")
    #expect(run.status == 0, "\(run.said)")
    #expect(try project.folder.text(of: "public/index.html").contains("<span>示ICP备1号</span>"))
  }

  @Test func aThemeThatIsNotThereIsNamedWithTheNearest() throws {
    let site = try project.folder.text(of: "content/site.yaml")
    try project.folder.write(site + "\ntheme: ofice\n", to: "content/site.yaml")
    let run = try project.run("build")
    #expect(run.status == 66)
    #expect(run.complaints.contains("没有名为“ofice”的主题，是否要写“office”"))
  }

  @Test func aThemeThatBuildsOnItselfIsRefused() throws {
    try project.folder.write("name: office\nbase: ring\n", to: "themes/office/theme.yaml")
    try project.folder.write("name: ring\nbase: office\n", to: "themes/ring/theme.yaml")
    let run = try project.run("build")
    #expect(run.status == 1)
    #expect(run.complaints.contains("绕回了自己"))
  }
}
