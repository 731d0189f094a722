import Forms
import Records

/// What a roster prints of its filings, kept from the first pass over the records as far as there is room.
///
/// A row takes some hundred and fifty bytes; decoding it a second time takes longer than anything else that is done
/// for it. Beyond the room, rows are read again, so that memory stays flat.
struct KeptRows: Sendable {
  /// How many bytes are kept at most: some four hundred thousand rows.
  static let room = 64 << 20
  /// The bytes come in pieces, since an array that grows is for a while there twice.
  private static let pieceSize = 1 << 20

  private let form: Form
  private let room: Int
  private var pieces: [[UInt8]] = []
  /// How many bytes all pieces hold.
  private var size = 0
  /// Where each filing stands, as a piece and a place in it; nothing for those that found no room.
  private var places: [(piece: Int32, start: Int32)?] = []

  /// Keeps what `form` prints in `room` bytes.
  init(_ form: Form, room: Int = KeptRows.room) {
    self.form = form
    // Lists may stand behind the filings, where the first pass does not know them yet.
    self.room = form.scope == .roster && !form.joinsLists ? room : 0
  }

  /// Whether anything is kept at all.
  var hasRoom: Bool { room > 0 }

  /// Keeps what `Form.keep` has written of the next filing, if there is still room.
  mutating func add(_ row: ArraySlice<UInt8>) {
    guard size < room else {
      places.append(nil)
      return
    }
    if pieces.last.map({ $0.count >= Self.pieceSize }) ?? true { openPiece() }
    let last = pieces.count - 1
    let start = pieces[last].count
    places.append((Int32(last), Int32(start)))
    pieces[last].append(contentsOf: row)
    size += row.count
  }

  /// Puts the filings into another order, given by their places in this one.
  mutating func reorder(_ order: [Int]) { places = order.map { places[$0] } }

  /// Returns what was kept of the filing at `position`, which is that of `row`.
  func entry(at position: Int, row: Int) -> KeptRow? {
    guard position < places.count, let place = places[position] else { return nil }
    return form.keptRow(row, at: Int(place.start), of: pieces[Int(place.piece)])
  }

  /// Whether anything was kept of the filing at `position`.
  func contains(_ position: Int) -> Bool { position < places.count && places[position] != nil }

  private mutating func openPiece() {
    var piece: [UInt8] = []
    piece.reserveCapacity(Self.pieceSize + Self.pieceSize / 64)
    pieces.append(piece)
  }
}
