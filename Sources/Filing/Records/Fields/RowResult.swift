public import Diagnostics

/// What became of a row, in the words of 上传结果列表: one list holds sound rows and failed ones.
public struct RowResult: Sendable, Hashable {
  /// The row in the record file, from 1.
  public let row: Int
  /// Whether the row can be used.
  public let isUsable: Bool
  /// The person's name, when it could be read.
  public let name: String?
  /// Number, sex and dates, as far as they could be read.
  public let sketch: RowSketch
  /// Every reason of failure, joined.
  public let reason: String?
  /// The codes of those reasons, each once.
  public let rules: String?

  /// Tells of a row whose `diagnostics` are everything that was said of it.
  public init(
    row: Int,
    name: String?,
    sketch: RowSketch,
    isUsable: Bool,
    diagnostics: [Diagnostic]
  ) {
    (self.row, self.name, self.sketch, self.isUsable) = (row, name, sketch, isUsable)
    let errors = isUsable ? [] : diagnostics.filter { $0.severity == .error }
    var codes: [String] = []
    for error in errors where !codes.contains(error.code) { codes.append(error.code) }
    rules = codes.isEmpty ? nil : codes.joined(separator: "、")
    reason = errors.isEmpty ? nil : errors.map(Self.reason).joined(separator: "；")
  }

  /// The word that the halls themselves print.
  public var word: String { isUsable ? "上传成功" : "上传失败" }

  private static func reason(_ error: Diagnostic) -> String {
    error.message + (error.expected.map { "，应为\($0)" } ?? "")
  }
}
