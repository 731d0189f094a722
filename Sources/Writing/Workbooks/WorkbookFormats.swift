import CXLSXWriter

/// How a cell looks.
enum CellLook: CaseIterable {
  /// Text as typed, so that long numbers keep every digit.
  case text
  /// A heading.
  case head
  /// A heading of a column that must be filled.
  case requiredHead
  /// The line over all columns.
  case title
  /// A wrapped line of instructions.
  case note
}

/// The looks of cells as the library knows them; they belong to the workbook they were made for.
@safe
struct WorkbookFormats {
  private let formats: [CellLook: UnsafeMutablePointer<lxw_format>]

  init(_ book: UnsafeMutablePointer<lxw_workbook>) {
    var formats: [CellLook: UnsafeMutablePointer<lxw_format>] = unsafe [:]
    for look in CellLook.allCases {
      guard let format = unsafe workbook_add_format(book) else { continue }
      unsafe Self.dress(format, as: look)
      unsafe formats[look] = format
    }
    unsafe self.formats = formats
  }

  /// Returns the format of `look`; nothing, which the library takes for plain, when memory was short.
  subscript(look: CellLook) -> UnsafeMutablePointer<lxw_format>? { unsafe formats[look] }

  private static func dress(_ format: UnsafeMutablePointer<lxw_format>, as look: CellLook) {
    switch look {
    case .text: unsafe format_set_num_format(format, "@")
    case .head, .requiredHead:
      unsafe format_set_bold(format)
      unsafe format_set_text_wrap(format)
      unsafe format_set_num_format(format, "@")
      unsafe format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
      unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
      unsafe format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
      unsafe format_set_bg_color(format, 0xEBEBEB)
      // Dark red on light grey; the star in the heading says the same without colour.
      if look == .requiredHead { unsafe format_set_font_color(format, 0x9C0006) }
    case .title:
      unsafe format_set_bold(format)
      unsafe format_set_font_size(format, 14)
      unsafe format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
    case .note:
      unsafe format_set_text_wrap(format)
      unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    }
  }
}
