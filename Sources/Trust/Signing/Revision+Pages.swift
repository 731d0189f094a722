import Geometry
import PDF
import PDFFiles
import Pages

extension Revision {
  /// Puts what belongs to `seal`, which stands in `field`, on the pages above what is there; no one may have signed before,
  /// since pages are changed.
  ///
  /// Returns whether everything found its place: a file may keep none for the caption.
  func put(
    _ addition: SealAddition,
    of seal: SignatureMark,
    in field: FoundField
  ) throws(SigningFailure) -> Bool {
    let pages = try opened.pages()
    var additions: [PDFReference: [PageAddition]] = [:]
    if let sides = addition.seam {
      let slices = SealSlices(of: seal.size, over: pages.count, printedOn: sides)
      for (index, page) in pages.enumerated() {
        let paper = try page.paper()
        guard let slice = slices.slice(onPage: index, paper: paper) else { continue }
        additions[page.reference, default: []].append(try add(slice, of: seal, on: paper))
      }
    }
    var hasPlace = true
    if let caption = addition.caption {
      let owner = field.entries["/P"]?.reference
      if let owner, let place = field.captionPlace, place.width + 0.01 >= caption.room.width,
        place.height + 0.01 >= caption.room.height
      {
        additions[owner, default: []].append(try add(caption, at: place))
      } else {
        hasPlace = false
      }
    }
    for page in pages {
      guard let additions = additions[page.reference] else { continue }
      try put(try page.entries(with: additions), as: page.reference)
    }
    return hasPlace
  }
}
