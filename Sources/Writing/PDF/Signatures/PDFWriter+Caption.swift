import Geometry
import Pages

extension PDFWriter {
  /// Prints what belongs beside a seal, where it covers nothing, as decoration; or keeps that place for who seals later.
  func writeCaption(of widget: inout SignatureWidget) throws(PDFFailure) {
    let caption = widget.field.caption
    guard let room = caption?.size ?? widget.field.captionRoom, let area = widget.area,
      let index = pages.firstIndex(where: { $0.reference == widget.page })
    else { return }
    let paper = pages[index].size
    var free = freePlaces[index] ?? FreePlace()
    // What others will sign later and the slice of the seal are not on the page yet.
    for other in widgets where other.page == widget.page {
      if let room = other.area { free.take(room) }
    }
    // Who seals later may have the seal across the edges of all pages.
    if let sides = widget.field.seam ?? (caption == nil ? .one : nil) {
      let slices = SealSlices(of: area.size, over: pages.count, printedOn: sides)
      if let slice = slices.slice(onPage: index, paper: paper) { free.take(slice.window) }
    }
    guard let place = free.place(for: room, beside: area, on: paper) else {
      if caption != nil { missingCaptions.append(widget.field.name) }
      return
    }
    guard let caption else {
      widget.captionPlace = [
        Number(place.left), Number(paper.height - place.bottom),
        Number(place.right), Number(paper.height - place.top),
      ]
      return
    }
    try writeFurniture(caption.items.map { $0.moved(by: place.origin) }, onto: index)
  }
}

extension PageItem {
  /// The same as decoration, `distance` to the right and down; a caption is nothing but texts.
  fileprivate func moved(by distance: Point) -> PageItem {
    guard case .glyphs(var run) = self else { return self }
    run.origin = Point(x: run.origin.x + distance.x, y: run.origin.y + distance.y)
    run.mark = .decoration
    return .glyphs(run)
  }
}
