import CHarfBuzz

/// The names that a face gives itself, in every language.
struct FaceNames {
  /// Family names: nameID 1 and 16.
  var families: [String] = []
  /// Full and PostScript names: nameID 4 and 6.
  var faces: [String] = []
  /// The full name (nameID 4), English where there is one.
  var fullName: String?
  /// The PostScript name (nameID 6).
  var postScriptName: String?

  /// Reads the names of `face`.
  init(of face: FontFace) {
    unsafe face.borrowFace { pointer in
      var count: UInt32 = 0
      guard let entries = unsafe hb_ot_name_list_names(pointer, &count) else { return }
      for place in 0..<Int(count) { unsafe add(entries[place], of: pointer) }
    }
  }

  private mutating func add(_ entry: hb_ot_name_entry_t, of face: OpaquePointer) {
    let id = unsafe entry.name_id
    guard [1, 4, 6, 16].contains(id) else { return }
    let name = unsafe text(of: entry, in: face)
    guard !name.isEmpty else { return }
    switch id {
    case 1, 16:
      families.append(name)
    case 4:
      faces.append(name)
      if unsafe fullName == nil || isEnglish(entry) { fullName = name }
    default:
      faces.append(name)
      postScriptName = postScriptName ?? name
    }
  }
}

/// Returns whether the entry is in English.
private func isEnglish(_ entry: hb_ot_name_entry_t) -> Bool {
  guard let tag = unsafe hb_language_to_string(entry.language) else { return false }
  return unsafe String(cString: tag).hasPrefix("en")
}

/// Returns the text of one entry of the name table.
private func text(of entry: hb_ot_name_entry_t, in face: OpaquePointer) -> String {
  var buffer = [CChar](repeating: 0, count: 512)
  var size = UInt32(buffer.count)
  _ = unsafe hb_ot_name_get_utf8(face, entry.name_id, entry.language, &size, &buffer)
  return String(decoding: buffer.prefix(Int(size)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
}
