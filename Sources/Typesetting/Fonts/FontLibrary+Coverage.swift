import Pages
public import Styling

/// How much of one part of GB 18030-2022 the installed faces can show.
public struct CharacterCoverage: Sendable, Hashable {
  /// The part's name in Chinese, such as `扩充B`.
  public var name: String
  /// The level of the standard that asks for it; nothing for scripts beside Hanzi.
  public var level: Int?
  /// How many characters it has.
  public var total: Int
  /// The characters that no face shows, in order.
  public var missing: [Unicode.Scalar]
  /// The Debian package that closes the gap; nothing when there is none.
  public var package: String?

  /// How many characters are shown.
  public var shown: Int { total - missing.count }
}

extension FontLibrary {
  /// What of GB 18030-2022 the faces of `family` and of the fallback list can show; asking opens them all.
  public func coverage(of family: FontFamily = .song) -> [CharacterCoverage] {
    let faces = choices.chain(of: family, weight: .regular).compactMap { face($0)?.face }
    return GB18030Part.all.map { part in
      let scalars = part.scalars
      let missing = scalars.filter { scalar in !faces.contains { $0.hasGlyph(for: scalar) } }
      return CharacterCoverage(
        name: part.name,
        level: part.level,
        total: scalars.count,
        missing: missing,
        package: missing.isEmpty ? nil : part.package
      )
    }
  }
}
