import Diagnostics
import Forms
import Issuing

extension Printer {
  /// Writes a picture of each page of `run` that was asked for, `stem-1` and so on.
  func printPictures(
    of run: FormRun,
    to stem: String,
    as format: PreviewFormat,
    ending: String
  ) throws(CommandFailure) -> Printed {
    let progress = Progress("正在画《\(run.title, meaning: run.title)》", on: console)
    defer { progress.finish() }
    var files: [String] = []
    try issuing { () throws(IssuingFailure) in
      let press = PreviewPress(title: run.title, fonts: fonts, format: format, choices: pictures) {
        let file = try world.newFile("\(stem)-\($0).\(ending)")
        try file.write($1)
        try file.commit()
        files.append(file.path)
        progress.advance(to: files.count, unit: "张")
      }
      try run.forEachDocument { document, _ throws(IssuingFailure) in
        try press.add(document, style: run.form.style).forEach(console.complain)
      }
      try press.finish()
    }
    return Printed(files: files, content: "\(files.count) 张图")
  }
}
