import Forms
import Issuing
import Records
import Site

/// What the portal's page of all forms shows: of each form the first sample that it was printed from.
struct FormGallery {
  /// Pixels to the inch: a sheet of A4 has 373 by 527, twice as many as a card is wide on most screens.
  private static let resolution = 45

  private var samples: [String: FormCard.Sample] = [:]

  /// Whether nothing of `form` was added so far.
  func misses(_ form: Form) -> Bool { samples[form.name] == nil }

  /// Writes the picture of `page`, the first of `run`, and a small record that prints the form.
  ///
  /// They go below the folder `output` to the path `stem`, where the document's PDF and web page are.
  ///
  /// - Returns: The paths of the files below `output`.
  mutating func add(
    _ run: FormRun,
    page: FirstPage,
    below output: String,
    at stem: String,
    in world: World
  ) throws(CommandFailure) -> [String] {
    let picture: (bytes: [UInt8], width: Int, height: Int)
    do throws(IssuingFailure) {
      picture = try page.png(resolution: FormGallery.resolution)
    } catch {
      throw CommandFailure(error)
    }
    try world.write(picture.bytes, to: "\(output)/\(stem).png")
    try world.write(Array(try run.excerpt().utf8), to: "\(output)/\(stem).json")
    samples[run.form.name] = FormCard.Sample(
      title: run.title,
      picture: .init(path: "\(stem).png", width: picture.width, height: picture.height),
      formats: [
        .init(label: "网页", path: "\(stem).html"),
        .init(label: "PDF", path: "\(stem).pdf"),
        .init(label: "样例数据", path: "\(stem).json"),
      ]
    )
    return ["\(stem).png", "\(stem).json"]
  }

  /// Returns a card of each of `forms`, those of a system together and those of all places first.
  func cards(of forms: [Form]) -> [FormCard] {
    forms.map { ($0.systemRanks, card(of: $0)) }
      .enumerated()
      .sorted { one, other in
        one.element.0 == other.element.0
          ? one.offset < other.offset
          : one.element.0.lexicographicallyPrecedes(other.element.0)
      }
      .map(\.element.1)
  }

  private func card(of form: Form) -> FormCard {
    let others = form.titles.sorted { $0.key < $1.key }.map(\.value)
    var titles = [form.defaultTitle]
    for title in others where !titles.contains(title) { titles.append(title) }
    return FormCard(
      name: form.name,
      number: form.number ?? "",
      titles: titles,
      group: form.systemNames,
      summary: form.summary,
      sample: samples[form.name]
    )
  }
}

extension Form {
  /// The places of the form's systems in the list of all.
  fileprivate var systemRanks: [Int] {
    systems.compactMap { Profile.allCases.firstIndex(of: $0) }
  }
}
