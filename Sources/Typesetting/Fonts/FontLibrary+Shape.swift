import Pages
public import Styling

extension FontLibrary {
  /// Shapes one line of text; clusters that the family's first face lacks go to the next face, whole.
  ///
  /// The runs and their clusters stand in text order, whatever the direction, and cover the text; the glyphs of a
  /// cluster stand from left to right. A cluster is never less than a grapheme cluster (UAX #29). Of a variation
  /// sequence the form asked for is taken from the first face that has it, or else the usual form.
  /// Default-ignorable characters leave no glyph; a text of nothing else has no runs. A tab counts as a space.
  /// `marks` says whether marks that Chinese and Latin share take their Chinese or their Latin form.
  /// Text that no rule of its face touches does not go to HarfBuzz, which would set the same glyphs side by side.
  ///
  /// - Throws: every character that no face of the family or the fallback list can show.
  public func shape(
    _ text: String,
    family: FontFamily,
    weight: FontWeight,
    direction: TextDirection = .leftToRight,
    marks: MarkForm = .chinese
  ) throws(MissingGlyphs) -> [ShapedRun] {
    if direction == .leftToRight, marks == .chinese,
      let run = plainFace(of: family, weight: weight)?.run(text)
    {
      return [run]
    }
    let key = ShapingCache.Key(
      text: Array(text.utf8),
      family: family,
      weight: weight,
      direction: direction,
      marks: marks
    )
    if let known = cache[key] { return known }
    let chain = choices.chain(of: family, weight: weight)
    var shaping = FallbackShaping(text, direction, marks)
    fill(&shaping, chain)
    if !shaping.isDone, shaping.hasSecondRound {
      shaping.isSecondRound = true
      fill(&shaping, chain)
    }
    guard shaping.isDone else { throw missing(shaping, family, chain) }
    let runs = shaping.runs
    cache[key] = runs
    return runs
  }

  private func fill(_ shaping: inout FallbackShaping, _ chain: [FontID]) {
    for font in chain where !shaping.isDone {
      guard let face = face(font) else { continue }
      shaping.fill(with: face, font, buffer)
    }
  }

  private func missing(
    _ shaping: FallbackShaping,
    _ family: FontFamily,
    _ chain: [FontID]
  ) -> MissingGlyphs {
    let tried = chain.compactMap { font in face(font).map { (face: $0.face, font: font) } }
    let missing = shaping.missingCharacters(of: tried.map(\.face))
    return MissingGlyphs(
      missing: missing,
      family: family,
      fontsTried: tried.map { record($0.font).fullName },
      remedies: remedies(for: missing, family)
    )
  }

  /// Returns the candidates that are not installed and cover one of the characters.
  private func remedies(
    for characters: [MissingGlyphs.Character],
    _ family: FontFamily
  ) -> [FontCandidate] {
    let codes = characters.flatMap { $0.text.unicodeScalars.map(\.value) }
    return ((plan.families[family] ?? []) + plan.fallback).filter { candidate in
      choices.font(of: candidate, weight: .regular) == nil
        && candidate.covers.contains { range in codes.contains { range.contains($0) } }
    }
  }
}
