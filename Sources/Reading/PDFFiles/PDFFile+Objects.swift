import CQPDF

extension PDFFile {
  /// The trailer: where the reading of a file begins (ISO 32000-1 §7.5.5).
  public func trailer() throws(PDFFileFailure) -> PDFValue {
    try unsafe value(qpdf_get_trailer(data), depth: 0)
  }

  /// The object that `reference` leads to; what a file does not have is null (ISO 32000-1 §7.3.10).
  public func object(_ reference: PDFReference) throws(PDFFileFailure) -> PDFValue {
    let (number, generation) = (
      Int32(clamping: reference.number), Int32(clamping: reference.generation)
    )
    let handle = unsafe qpdf_get_object_by_id(data, number, generation)
    defer { unsafe qpdf_oh_release(data, handle) }
    return try contents(handle, depth: 0)
  }

  /// The object itself, wherever `value` leads.
  public func resolve(_ value: PDFValue?) throws(PDFFileFailure) -> PDFValue {
    guard let value else { return .null }
    guard case .reference(let reference) = value else { return value }
    return try object(reference)
  }

  /// The data of the stream that `reference` leads to, as they stand in the file.
  public func rawData(_ reference: PDFReference) throws(PDFFileFailure) -> [UInt8] {
    let (number, generation) = (
      Int32(clamping: reference.number), Int32(clamping: reference.generation)
    )
    let handle = unsafe qpdf_get_object_by_id(data, number, generation)
    defer { unsafe qpdf_oh_release(data, handle) }
    guard unsafe qpdf_oh_is_stream(data, handle) != 0 else { throw .damagedStream }
    return try rawBytes(of: handle)
  }

  /// The data of the stream that `reference` leads to, unpacked, and at most `limit` bytes long.
  public func data(
    _ reference: PDFReference,
    limit: Int = PDFFile.longestStream
  ) throws(PDFFileFailure) -> [UInt8] {
    let filter = try resolve(object(reference).entries?["/Filter"])
    let raw = try rawData(reference)
    switch filter {
    case .null: return raw
    case .name("/FlateDecode"), .array([.name("/FlateDecode")]):
      return try inflate(raw, limit: limit)
    default: throw .unknownFilter
    }
  }

  /// How deep arrays and dictionaries may stand in one another.
  private static let deepest = 50

  /// Takes a handle over as a value, a reference where it leads elsewhere.
  private func value(_ handle: qpdf_oh, depth: Int) throws(PDFFileFailure) -> PDFValue {
    defer { unsafe qpdf_oh_release(data, handle) }
    guard unsafe qpdf_oh_is_indirect(data, handle) == 0 else {
      return .reference(
        PDFReference(
          number: Int(unsafe qpdf_oh_get_object_id(data, handle)),
          generation: Int(unsafe qpdf_oh_get_generation(data, handle))
        )
      )
    }
    return try contents(handle, depth: depth)
  }

  private func contents(_ handle: qpdf_oh, depth: Int) throws(PDFFileFailure) -> PDFValue {
    guard depth <= PDFFile.deepest else { throw .unreadable(reason: "too deep") }
    switch unsafe qpdf_oh_get_type_code(data, handle) {
    case ot_boolean: return .boolean(unsafe qpdf_oh_get_bool_value(data, handle) != 0)
    case ot_integer: return .integer(Int(unsafe qpdf_oh_get_int_value(data, handle)))
    case ot_real: return .real(unsafe String(cString: qpdf_oh_get_real_value(data, handle)))
    case ot_name: return .name(unsafe String(cString: qpdf_oh_get_name(data, handle)))
    case ot_string: return .string(string(handle))
    case ot_array: return .array(try elements(handle, depth: depth))
    case ot_dictionary: return .dictionary(try entries(handle, depth: depth))
    case ot_stream:
      let dictionary = unsafe qpdf_oh_get_dict(data, handle)
      defer { unsafe qpdf_oh_release(data, dictionary) }
      return .stream(try entries(dictionary, depth: depth))
    default: return .null
    }
  }

  private func string(_ handle: qpdf_oh) -> [UInt8] {
    var length = 0
    guard let start = unsafe qpdf_oh_get_binary_string_value(data, handle, &length) else {
      return []
    }
    return unsafe UnsafeBufferPointer(start: start, count: length).map { UInt8(bitPattern: $0) }
  }

  private func elements(_ handle: qpdf_oh, depth: Int) throws(PDFFileFailure) -> [PDFValue] {
    var elements: [PDFValue] = []
    for index in 0..<(unsafe qpdf_oh_get_array_n_items(data, handle)) {
      elements.append(
        try value(unsafe qpdf_oh_get_array_item(data, handle, index), depth: depth + 1)
      )
    }
    return elements
  }

  private func entries(
    _ handle: qpdf_oh,
    depth: Int
  ) throws(PDFFileFailure) -> [String: PDFValue] {
    var keys: [String] = []
    unsafe qpdf_oh_begin_dict_key_iter(data, handle)
    while unsafe qpdf_oh_dict_more_keys(data) != 0 {
      keys.append(unsafe String(cString: qpdf_oh_dict_next_key(data)))
    }
    var entries: [String: PDFValue] = [:]
    for key in keys {
      entries[key] = try value(unsafe qpdf_oh_get_key(data, handle, key), depth: depth + 1)
    }
    return entries
  }
}
