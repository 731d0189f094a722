public import Fonts
import PDF
public import Pages
import Preview

/// The kinds of file that a sheet of one picture becomes.
public enum SpecimenFormat: String, CaseIterable, Sendable {
  /// Lines and areas, sharp at any size.
  case svg
  /// Pixels.
  case png
  /// A PDF of one page.
  case pdf
}

/// Returns a `page` of one picture as a file titled `title`; pixels are fine enough to be looked at closely.
public func specimenFile(
  of page: Page,
  title: String,
  format: SpecimenFormat,
  fonts: FontLibrary
) throws(IssuingFailure) -> [UInt8] {
  let artist = PageArtist(fonts: fonts)
  switch format {
  case .svg:
    return try picture { () throws(PreviewFailure) in try artist.svg(of: page, title: title) }
  case .png:
    return try picture { () throws(PreviewFailure) in try artist.png(of: page, resolution: 300) }
  case .pdf: return try pdf(of: page, title: title, fonts: fonts)
  }
}

private func picture(
  _ draw: () throws(PreviewFailure) -> [UInt8]
) throws(IssuingFailure) -> [UInt8] {
  do throws(PreviewFailure) { return try draw() } catch { throw IssuingFailure(error) }
}

private func pdf(
  of page: Page,
  title: String,
  fonts: FontLibrary
) throws(IssuingFailure) -> [UInt8] {
  var bytes: [UInt8] = []
  do throws(PDFFailure) {
    let writer = try PDFWriter(metadata: PDFMetadata(title: title), fonts: PDFFonts(of: fonts)) {
      bytes += $0
    }
    try writer.add(page)
    try writer.finish()
  } catch {
    throw IssuingFailure(error)
  }
  return bytes
}
