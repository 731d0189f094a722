import Diagnostics
import Foundation
import Ledger
import Records

/// The uses of an employer's seals as the record that the form of 印章使用记录 prints, taken from the ledger.
struct SealUseRecord: Encodable {
  /// The form that prints it.
  static let form = "seal-uses"

  private static let none = Diagnostic(
    "seal.noUses",
    .error,
    "没有印章使用记录，未生成文件",
    advice: "用 mingce seal uses --all 查看全部记录；只打印一个单位的，请核对 --uscc"
  )

  private struct Employer: Encodable, Hashable {
    let name, uscc: String
  }

  private struct Use: Encodable {
    let at, user, ownerName, sealName, sealId, docNo, result: String
  }

  private let schema = "mingce/1"
  private let profile = Profile.law.rawValue
  private let asOf: String
  private let employer: Employer
  private let sealUses: [Use]
  private let filings: [String] = []

  /// Takes `uses`, all of one employer, as they are known on the day `asOf`.
  ///
  /// - Throws: A usage failure where there are none, or where they are those of several employers: a sheet is stamped by one.
  init(_ uses: [KeptSealUse], asOf: String) throws(CommandFailure) {
    var owners: [String: String] = [:]
    // The last use comes first: it knows the name that the employer bears now.
    for use in uses.reversed() { owners[use.seal.facts.ownerCode] = use.seal.facts.owner }
    guard let owner = owners.first else { throw .told([SealUseRecord.none], .problemsFound) }
    guard owners.count == 1 else {
      let names = owners.sorted { $0.key < $1.key }.map { "\($0.key)（\($0.value)）" as Message }
      throw .usage("账本里有几个单位的印章，请用 --uscc 写明打印哪一个：\(names.joined(separator: "、"))")
    }
    self.asOf = asOf
    employer = Employer(name: owner.value, uscc: owner.key)
    sealUses = uses.map { use in
      Use(
        at: use.time,
        user: use.use.person,
        ownerName: use.seal.facts.owner,
        sealName: use.seal.facts.name,
        sealId: use.seal.facts.code ?? use.seal.number,
        docNo: "\(use.use.file)（\(use.use.digest.prefix(16))）",
        result: "已用印"
      )
    }
  }

  /// The record file.
  var source: ByteSource {
    get throws(CommandFailure) {
      do {
        return ByteSource(name: "印章使用记录", bytes: Array(try JSONEncoder().encode(self)))
      } catch {
        throw .usage("印章使用记录不能写成 JSON：\(String(describing: error))")
      }
    }
  }
}

extension KeptSealUse {
  /// The moment on the clock, such as `2026-11-20 12:00:00`.
  var time: String { String(stamp.prefix(19)).replacing("T", with: " ") }
}
