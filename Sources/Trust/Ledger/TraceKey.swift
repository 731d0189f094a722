import Digests
import Foundation
import GRDB

/// A salted hash by which the ledger knows a filing or a contract again without holding its number.
///
/// It is the first half of a SHA-256 digest; 128 bits are enough to tell all filings of a country apart.
struct TraceKey: Sendable, Hashable {
  private let high: UInt64
  private let low: UInt64

  /// Creates the key that the first half of `digest` makes.
  init(_ digest: Digest) { self.init(digest.bytes[...]) }

  private init(_ bytes: ArraySlice<UInt8>) {
    high = bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    low = bytes.dropFirst(8).prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// The 16 bytes of the key.
  private var bytes: [UInt8] {
    (0..<16).map { UInt8(truncatingIfNeeded: ($0 < 8 ? high : low) >> (56 - $0 % 8 * 8)) }
  }

  /// The 32 digits of the key, in lower case.
  var hex: String { hexDigits(of: bytes) }
}

extension TraceKey: DatabaseValueConvertible {
  /// The 16 bytes of the key.
  var databaseValue: DatabaseValue { Data(bytes).databaseValue }

  /// Reads the 16 bytes of a key; anything else gives nothing.
  static func fromDatabaseValue(_ value: DatabaseValue) -> TraceKey? {
    guard let data = Data.fromDatabaseValue(value), data.count == 16 else { return nil }
    return TraceKey(Array(data)[...])
  }
}

extension Digest {
  /// The 32 bytes as a column holds them.
  var blob: Data { Data(bytes) }
}

extension Row {
  /// Returns the digest in `column`; bytes that are none give one of zeros, which agrees with nothing.
  func digest(_ column: String) -> Digest {
    let data = self[column] as Data
    guard data.count == Digest.byteCount else {
      return Digest([UInt8](repeating: 0, count: Digest.byteCount))
    }
    return Digest(Array(data))
  }

  /// Returns the key in `column`, where it is there.
  func key(_ column: String) -> TraceKey? {
    TraceKey.fromDatabaseValue(self[column])
  }
}
