import CUnicode

/// Orders texts as a Chinese reader expects, by pinyin unless told otherwise.
///
/// Readings peculiar to surnames are unknown to ICU: 曾 sorts under c. It owns an ICU collator and belongs to
/// one task.
@safe
public final class TextOrder {
  private let collator: OpaquePointer

  /// Opens the order of a BCP 47 locale.
  public init(locale: String = "zh-u-co-pinyin") throws(UnicodeFailure) {
    var status: Int32 = 0
    let opened = unsafe locale.withCString { unsafe mc_collator_open($0, &status) }
    guard let opened = unsafe opened else {
      throw .unavailable(locale: locale, status: Int(status))
    }
    unsafe collator = opened
  }

  deinit {
    unsafe mc_collator_close(collator)
  }

  /// Returns bytes that compare, one by one, as the texts do in this order; they end with the only zero among them.
  ///
  /// Texts of equal rank have the same key.
  public func key(of text: String) throws(UnicodeFailure) -> [UInt8] {
    var text = text
    let length = Int32(clamping: text.utf8.count)
    var capacity = 8 * text.utf8.count + 32
    while true {
      var count: Int32 = 0
      let key = text.withUTF8 { source in
        unsafe source.withMemoryRebound(to: CChar.self) { source in
          unsafe [UInt8](unsafeUninitializedCapacity: capacity) { buffer, filled in
            count = unsafe mc_collator_key(
              collator,
              source.baseAddress,
              length,
              buffer.baseAddress,
              Int32(clamping: capacity)
            )
            filled = min(max(0, Int(count)), capacity)
          }
        }
      }
      guard count > 0 else { throw .refused }
      guard Int(count) > capacity else { return key }
      capacity = Int(count)
    }
  }
}
