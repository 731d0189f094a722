import Diagnostics
import Foundation

/// Facts of a step as the text that the ledger keeps of them.
enum StepFacts {
  /// Returns `facts` as text; the same facts give the same text.
  static func text(of facts: some Encodable) throws(CommandFailure) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return String(decoding: try encoder.encode(facts), as: UTF8.self)
    } catch {
      throw .cannotWrite(path: "生成记录", reason: "\(String(describing: error))")
    }
  }

  /// Reads facts from `text`, which a step of this very program has written.
  static func read<Facts: Decodable>(
    _ type: Facts.Type = Facts.self,
    from text: String
  ) throws(CommandFailure) -> Facts {
    do {
      return try JSONDecoder().decode(type, from: Data(text.utf8))
    } catch {
      throw .inputMissing(
        path: "生成记录",
        reason: "内容已损坏，请删去输出文件夹旁边的 .mingce 再生成（\(String(describing: error))）"
      )
    }
  }
}
