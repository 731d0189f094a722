/// Makes emphasis work beside Chinese punctuation.
///
/// CommonMark lets a run of `*` open or close only where white space or punctuation stands on the right side, which
/// assumes words parted by spaces: `**注意：**请` stays literal. Where a Chinese character touches the run and just
/// one side is punctuation, a mark that counts as punctuation and prints nothing is put on the other side.
enum EmphasisMending {
  /// OLD SOUTH ARABIAN NUMERIC INDICATOR: punctuation to the parser, absent from real text.
  static let mark: Unicode.Scalar = "\u{10A7F}"
  private static let markBytes: [UInt8] = Array(String(mark).utf8)

  /// Puts marks into the lines of `source`, unless it holds that character itself.
  static func mend(_ source: inout SourceText) {
    let traits = source.traits
    let holdsMark = traits.contains(.mark) && source.lines.contains { contains($0.bytes) }
    guard traits.contains(.emphasis), !holdsMark else { return }
    for index in source.lines.indices {
      let line = source.lines[index]
      guard line.bytes.contains(where: { $0 == 0x2A || $0 == 0x7E }),
        let mended = mended(line)
      else { continue }
      source.lines[index] = mended
      source.isMended = true
    }
  }

  private static func contains(_ bytes: [UInt8]) -> Bool {
    bytes.indices.contains { bytes[$0] == 0xF0 && bytes[$0...].starts(with: markBytes) }
  }

  /// Returns `line` with its marks, or nothing when it needs none.
  private static func mended(_ line: SourceText.Line) -> SourceText.Line? {
    let places = markPlaces(in: Array(String(decoding: line.bytes, as: UTF8.self).unicodeScalars))
    guard !places.isEmpty else { return nil }
    var result = SourceText.Line(bytes: [])
    var edits = line.edits[...]
    var start = 0
    for place in places {
      result.bytes += line.bytes[start..<place]
      let shift = result.bytes.count - place
      while let edit = edits.first, edit.offset < place {
        var moved = edit
        moved.offset += shift
        result.edits.append(moved)
        edits.removeFirst()
      }
      let mark = SourceText.Edit(offset: result.bytes.count, length: markBytes.count, characters: 0)
      result.edits.append(mark)
      result.bytes += markBytes
      start = place
    }
    let shift = result.bytes.count - start
    result.bytes += line.bytes[start...]
    result.edits += edits.map { edit in
      var moved = edit
      moved.offset += shift
      return moved
    }
    return result
  }

  /// Returns the byte offsets where a mark belongs, from left to right.
  private static func markPlaces(in scalars: [Unicode.Scalar]) -> [Int] {
    var places: [Int] = []
    var offset = 0
    var index = 0
    while index < scalars.count {
      guard scalars[index] == "*" || scalars[index] == "~" else {
        offset += UTF8.width(scalars[index])
        index += 1
        continue
      }
      let begin = index
      while index < scalars.count, scalars[index] == scalars[begin] { index += 1 }
      let end = offset + (index - begin)
      if begin > 0, index < scalars.count {
        switch side(before: scalars[begin - 1], after: scalars[index]) {
        case .before: places.append(offset)
        case .after: places.append(end)
        case nil: break
        }
      }
      offset = end
    }
    return places
  }

  private enum Side { case before, after }

  private static func side(before: Unicode.Scalar, after: Unicode.Scalar) -> Side? {
    guard !before.properties.isWhitespace, !after.properties.isWhitespace,
      before.isWide || after.isWide
    else { return nil }
    switch (before.isPunctuation, after.isPunctuation) {
    case (true, false): return .after
    case (false, true): return .before
    default: return nil
    }
  }
}
