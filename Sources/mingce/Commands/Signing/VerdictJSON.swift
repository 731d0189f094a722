import Certificates
import Diagnostics
import Foundation
import Verification

/// Returns `reports` as one object of JSON with sorted members: `files`, each with `signatures`.
///
/// Codes are words of English that do not change; moments are seconds since 1970.
func verdictJSON(_ reports: [VerdictReport]) -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  let files = ToldFiles(files: reports.map(ToldFile.init))
  do {
    return String(decoding: try encoder.encode(files), as: UTF8.self)
  } catch {
    preconditionFailure("texts and numbers are JSON")
  }
}

private struct ToldFiles: Encodable {
  var files: [ToldFile]
}

private struct ToldFile: Encodable {
  var file: String
  var isPassed: Bool
  var problem: String?
  var record: String
  var recordFields: [String]?
  var signatures: [ToldSignature]

  init(_ report: VerdictReport) {
    let verdict = report.verdict
    file = report.file
    isPassed = verdict.isPassed
    problem =
      switch verdict.problem {
      case nil: nil
      case .unreadable?: "unreadable"
      case .cutOff?: "cutOff"
      case .encrypted?: "encrypted"
      case .unsigned?: "unsigned"
      case .tooMany?: "tooMany"
      }
    switch verdict.record {
    case .none: record = "none"
    case .matches: record = "matches"
    case .differs(let fields): (record, recordFields) = ("differs", fields)
    case .unreadable: record = "unreadable"
    }
    signatures = verdict.signatures.map { ToldSignature($0, expected: report.others(than: $0)) }
  }
}

private struct ToldSignature: Encodable {
  var field: String
  var isPassed: Bool
  var isTimeStamp: Bool
  var isCertification: Bool
  var integrity: String
  var coverage: String
  var signer: String?
  var expectedSigner: [String]?
  var issuer: String?
  var serial: String?
  var claimedTime: String?
  var provenTime: Int?
  var timeStamp: String?
  var trust: String
  var revocation: String
  var level: String?
  var changes: [ToldChange]

  init(_ verdict: SignatureVerdict, expected: [String]?) {
    expectedSigner = expected
    field = verdict.field
    isPassed = verdict.isPassed
    isTimeStamp = verdict.isTimeStamp
    isCertification = verdict.isCertification
    integrity = "\(verdict.integrity)"
    coverage =
      switch verdict.coverage {
      case .whole: "whole"
      case .revision: "revision"
      case .partial: "partial"
      }
    signer = verdict.signer?.subject
    issuer = verdict.signer?.issuer
    serial = verdict.signer?.serial
    claimedTime = verdict.claimedTime
    provenTime = verdict.provenTime
    timeStamp =
      switch verdict.timeStampProblem {
      case nil: nil
      case .broken?: "broken"
      case .untrusted?: "untrusted"
      case .revoked?: "revoked"
      }
    trust = verdict.trust.code
    revocation = verdict.revocation.code
    level = verdict.level?.rawValue
    changes = verdict.changes.map {
      ToldChange(text: $0.words.description, isAllowed: $0.isAllowed)
    }
  }
}

private struct ToldChange: Encodable {
  var text: String
  var isAllowed: Bool
}

extension Trust {
  fileprivate var code: String {
    switch self {
    case .trusted: "trusted"
    case .notAsked: "notAsked"
    case .untrusted: "untrusted"
    case .outOfDate: "outOfDate"
    case .weak: "weak"
    case .wrongPurpose: "wrongPurpose"
    }
  }
}

extension RevocationVerdict {
  fileprivate var code: String {
    switch self {
    case .good: "good"
    case .revoked: "revoked"
    case .unknown: "unknown"
    }
  }
}
