public import Pages
public import Styling

/// The installed faces that a plan asks for: shapes text with them, measures them, subsets them.
///
/// Only the given files are touched, by mapping them; a face is opened when text first needs it. A library lives in
/// one task.
public final class FontLibrary {
  /// What the library was made of; it makes more of them for other tasks.
  public let installed: InstalledFonts
  let buffer = ShapingBuffer()
  let pen = OutlinePen()
  var cache = ShapingCache(capacity: 4096)
  /// The faces that plain texts were shaped with.
  var plainFaces: [FontID: PlainFace] = [:]
  var programs: [FontID: FontPrograms] = [:]
  private var slots: [FaceSlot]
  private var files: [String: FontFile] = [:]

  /// Creates a library of `installed` faces with none of them open.
  public init(_ installed: InstalledFonts) {
    self.installed = installed
    slots = installed.choices.faces.map { _ in .unopened }
  }

  /// Looks for the plan's faces in `files`, as `InstalledFonts` does.
  public convenience init(plan: FontPlan, files: [String]) throws(FontFailure) {
    self.init(try InstalledFonts(plan: plan, files: files))
  }

  /// What `fonts.yaml` says.
  public var plan: FontPlan { installed.plan }

  var index: FontIndex { installed.index }

  var choices: FontChoices { installed.choices }

  /// Returns the em box of the first installed face of `family`, or of the fallback list.
  public func metrics(of family: FontFamily, weight: FontWeight) -> FontMetrics {
    for font in choices.chain(of: family, weight: weight) {
      if let face = face(font) { return face.metrics }
    }
    return .ideographic
  }

  /// Returns the advance that the face itself gives `glyph`, in thousandths of an em.
  public func advance(of glyph: GlyphID, in font: FontID) -> Double {
    guard choices.faces.indices.contains(font.index) else { return 0 }
    return face(font)?.advance(of: glyph) ?? 0
  }

  /// Returns the record of `font`, which the library numbered.
  func record(_ font: FontID) -> FaceRecord { index.records[choices.faces[font.index]] }

  /// Returns `font`, which the library numbered, or nothing when it cannot be used.
  func face(_ font: FontID) -> UsableFace? {
    if case .open(let face) = state(of: font) { return face }
    return nil
  }

  /// Returns what became of `font`, which the library numbered, opening it first where that was not yet done.
  func state(of font: FontID) -> FaceSlot {
    if case .unopened = slots[font.index] { slots[font.index] = open(record(font)) }
    return slots[font.index]
  }

  private func open(_ record: FaceRecord) -> FaceSlot {
    guard let file = files[record.file] ?? FontFile(path: record.file) else {
      return .unusable(.unreadable)
    }
    files[record.file] = file
    do {
      return .open(try UsableFace(file, index: record.index))
    } catch {
      return .unusable(error)
    }
  }
}

/// What is known of a face that the plan chose.
enum FaceSlot {
  /// Nothing asked for it yet.
  case unopened
  /// It is open.
  case open(UsableFace)
  /// It cannot be used.
  case unusable(FontObstacle)
}
