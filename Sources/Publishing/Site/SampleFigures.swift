import Diagnostics
public import DocumentTree

extension Guide {
  /// The documents that the guide's figures show, each once, in reading order.
  public var samples: [SampleDocument] {
    var samples: [SampleDocument] = []
    for sample in pages.flatMap(\.reading.outline.samples)
    where !samples.contains(sample) {
      samples.append(sample)
    }
    return samples
  }
}

extension Block where Hole == Never {
  /// The documents that figures in the block show, in reading order.
  var samples: [SampleDocument] {
    var samples: [SampleDocument] = []
    _ = mappingFigures { figure in
      if case .sample(let sample) = figure.content { samples.append(sample) }
      return figure
    }
    return samples
  }
}

extension DocumentLink {
  /// Whether the document is what `sample` asks for: its files stand at `documents/<样例>/<表单>`.
  func matches(_ sample: SampleDocument) -> Bool {
    formats.contains { $0.path.hasPrefix("documents/\(sample.sample)/\(sample.form).") }
  }
}

extension SampleDocument {
  /// The document with its name, its files and its first page as `link` has them, seen from the page at `path`.
  ///
  /// Without a path, on paper, the files cannot be reached.
  func found(as link: DocumentLink, from path: String?) -> SampleDocument {
    let formats = path.map { path in
      link.formats.map { format in
        Format(label: format.label, destination: reference(from: path, to: format.path))
      }
    }
    return SampleDocument(
      form: form,
      sample: sample,
      title: link.title,
      note: link.note,
      formats: formats ?? [],
      picture: link.picture
    )
  }

  /// The complaint about a document that the build did not print.
  func missing(at origin: Origin, among documents: [DocumentLink]) -> Diagnostic {
    let names = documents.flatMap(\.formats).map { format in
      format.path.split(separator: "/").dropFirst().joined(separator: " ").prefix { $0 != "." }
    }
    let near = closestName(to: "\(sample) \(form)", in: names.map(String.init))
    let parts = near?.split(separator: " ") ?? []
    return Diagnostic(
      "guide.missingSample",
      at: origin,
      "没有用样例“\(sample)”印出表单“\(form)”",
      advice: parts.count == 2
        ? "是否想写“\(parts[1]) \(parts[0])”？" : "请核对表单和样例的名称；样例里要有这张表单取用的备案"
    )
  }
}
