import Digests
import Remaking
import Searching

/// What one process keeps for the next one: of every page all but the page itself, which stands in the output folder.
///
/// A page that was complained about is not kept: it is read again, to be complained about again.
extension PortalMemory {
  private static let head = "mingce-pages/1"

  /// The pages of the last build as bytes, to be kept beside the output; `name` tells of which
  /// build by which program they are.
  public func packed(as name: String) -> [UInt8] {
    var packer = Packer()
    packer.put(PortalMemory.head)
    packer.put(name)
    let read = readings.filter(\.value.diagnostics.isEmpty).sorted { $0.key < $1.key }
    packer.put(read) { packer, reading in
      let (path, reading) = reading
      packer.put(KeptOutline(digest: reading.digest, outline: reading.outline), at: path)
    }
    let kept = order.enumerated().compactMap { number, path in
      chapters[path].map { (number: number, path: path, chapter: $0) }
    }
    packer.put(kept.filter(\.chapter.diagnostics.isEmpty)) { packer, page in
      packer.put(page.path)
      packer.put(UInt64(page.number))
      packer.put(page.chapter)
    }
    return Digest(of: packer.bytes).bytes + packer.bytes
  }

  /// Remembers the pages that `packed` were kept under `name`; of bytes that are anything else, nothing.
  public func recall(_ packed: [UInt8], as name: String) {
    let content = Array(packed.dropFirst(Digest.byteCount))
    guard Digest(of: content).bytes == Array(packed.prefix(Digest.byteCount)) else { return }
    var unpacker = Unpacker(content)
    guard unpacker.text() == PortalMemory.head, unpacker.text() == name,
      let outlines = unpacker.list(of: { $0.outline() })
    else { return }
    let pages = unpacker.list { unpacker -> (String, MadeChapter)? in
      guard let path = unpacker.text(), let number = unpacker.number(),
        let chapter = unpacker.chapter(number: Int(clamping: number))
      else { return nil }
      return (path, chapter)
    }
    guard let pages, unpacker.isAtEnd else { return }
    chapters = Dictionary(pages) { first, _ in first }
    self.outlines = Dictionary(outlines.map { ($0.path, $0.kept) }) { first, _ in first }
  }
}

extension Packer {
  fileprivate mutating func put(_ chapter: MadeChapter) {
    put(chapter.basis)
    put(chapter.destinations)
    put(chapter.targets)
    put(chapter.contents)
    put(ascending: chapter.search.pairs)
    put(chapter.search.mark)
    put(chapter.files.sorted())
    put(chapter.mentions) { packer, item in
      let mention = item.mention
      packer.put([item.form, mention.path, mention.anchor, mention.place, mention.title])
    }
  }
}

extension Unpacker {
  /// Takes a page that was written when it was the portal's page `number`.
  fileprivate mutating func chapter(number: Int) -> MadeChapter? {
    guard let basis = text(), let destinations = texts(), let targets = texts(),
      let contents = text(), let pairs = ascendingNumbers(), let mark = self.number(),
      let files = texts(), let mentions = list(of: { $0.mention() })
    else { return nil }
    return MadeChapter(
      basis: basis,
      destinations: destinations,
      targets: targets,
      page: .written(number: number),
      contents: contents,
      search: SearchablePage(pairs: pairs, mark: mark),
      mentions: mentions,
      files: Set(files),
      diagnostics: []
    )
  }

  private mutating func mention() -> (form: String, mention: FormMention)? {
    guard let parts = texts(), parts.count == 5 else { return nil }
    let mention = FormMention(path: parts[1], anchor: parts[2], place: parts[3], title: parts[4])
    return (parts[0], mention)
  }
}
