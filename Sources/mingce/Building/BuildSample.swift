/// A record file that a build prints documents from.
struct BuildSample {
  /// Where the file is.
  var path: String
  /// The name of the folder that its documents go to.
  var name: String
  /// The form that brings the file along; nothing for those in the folder of all samples.
  var owner: FormSummary?

  /// The sample that `form` brings along.
  init(ownOf form: FormSummary, at path: String) {
    (self.path, name, owner) = (path, form.name, form)
  }

  /// The sample `file` in the folder of all samples.
  init(_ file: String, in folder: String) {
    (path, name) = ("\(folder)/\(file)", file.stem)
  }

  /// What tells the sample from all others in the names of steps.
  var key: String {
    owner == nil ? path.split(separator: "/").last.map(String.init) ?? path : "\(name)/"
  }

  /// Whether what is wrong with the file is told: not where that is what its form is there to show.
  var tellsProblems: Bool { owner?.showsProblems != true }
}

extension String {
  /// The name of a file up to its first point.
  var stem: String { String(prefix { $0 != "." }) }
}
