import Artworks
import Diagnostics
import Fonts
import Geometry
import Issuing
import Ledger
import PDF
import Pages
import Seals

/// A seal of the ledger as it is drawn in the project's fonts.
struct SealDrawing {
  private let seal: DrawnSeal
  private let fonts: FontLibrary
  private let world: World

  /// Draws the seal of `facts`.
  init(of facts: SealFacts, at place: ProjectOption, in world: World) throws(CommandFailure) {
    let workshop = try Workshop(Project(at: place.project, in: world), in: world)
    try self.init(of: facts, fonts: workshop.fonts(), in: world)
  }

  /// Draws the seal of `facts` in `fonts`.
  init(of facts: SealFacts, fonts: FontLibrary, in world: World) throws(CommandFailure) {
    self.fonts = fonts
    self.world = world
    if let artwork = facts.artwork {
      let side = Length.mm(Double(facts.side))
      let room = Size(width: side, height: side)
      let drawn = try Artwork(Array(artwork.utf8), named: facts.name).fitted(into: room)
      seal = DrawnSeal(size: drawn.size, artwork: drawn.paths)
      return
    }
    do throws(SealFailure) {
      seal = try drawSeal(try SealDrawing.design(of: facts), fonts: fonts)
    } catch {
      throw .told(error.diagnostics, .problemsFound)
    }
  }

  private static func design(of facts: SealFacts) throws(SealFailure) -> SealDesign {
    guard let kind = SealKind(facts.kind) else {
      throw .unfit([Diagnostic("seal.kind", .error, "不认识的印章类型", found: "\(facts.kind)")])
    }
    return SealDesign(
      kind: kind,
      name: facts.text,
      shape: facts.shape.flatMap(SealShape.init) ?? .usual,
      border: facts.border.flatMap(SealBorder.init) ?? .single,
      number: kind == .invoice ? facts.ownerCode : nil,
      code: facts.code,
      side: facts.side,
      hasStar: facts.hasStar
    )
  }

  /// The seal at full strength; it goes into a document that is signed before it reaches the disk, and nowhere else.
  var mark: SignatureMark { SignatureMark(size: seal.size, items: seal.items, isSeal: true) }

  /// Where a specimen goes: a file whose name ends in one of its formats.
  static func specimenPath(_ path: String, in world: World) throws(CommandFailure) -> OutputPath {
    try OutputPath(path, endings: SpecimenFormat.allCases.map(\.rawValue), in: world)
  }

  /// Writes the seal with 样章 across it as the file at `path`, in the format that its name ends with.
  func writeSpecimen(to path: OutputPath, title: String) throws(CommandFailure) {
    let format = SpecimenFormat(rawValue: path.format) ?? .svg
    let title = title + "（样章）"
    let sheet: Page
    do throws(SealFailure) {
      sheet = try seal.specimenSheet(titled: title, fonts: fonts)
    } catch {
      throw .told(error.diagnostics, .problemsFound)
    }
    let bytes: [UInt8]
    do throws(IssuingFailure) {
      bytes = try specimenFile(of: sheet, title: title, format: format, fonts: fonts)
    } catch {
      throw CommandFailure(error)
    }
    try world.write(bytes, to: path.file)
  }
}
