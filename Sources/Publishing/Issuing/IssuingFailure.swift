public import Diagnostics
import DocumentTree
import Forms
import HTML
import Layout
import PDF
import Preview

/// Why a document could not be issued.
public enum IssuingFailure: Error {
  /// Could not go on because of what a person can mend: missing glyphs, a row that cannot be read again.
  case document([Diagnostic])
  /// Could not go on because the receiver did not take the bytes.
  case sink(any Error)

  /// What to show, unless the failure is the receiver's own.
  public var diagnostics: [Diagnostic]? {
    switch self {
    case .document(let diagnostics): diagnostics
    case .sink: nil
    }
  }

  init(_ failure: LayoutFailure) {
    if let diagnostics = failure.diagnostics {
      self = .document(diagnostics)
    } else if case .sink(let error) = failure {
      self = IssuingFailure(ofSink: error)
    } else {
      self = .sink(failure)
    }
  }

  /// Takes over what a receiver of pages says: a writer of ours, or whoever takes its bytes.
  private init(ofSink error: any Error) {
    switch error {
    case let failure as PDFFailure: self.init(failure)
    case let failure as PreviewFailure: self.init(failure)
    default: self = .sink(error)
    }
  }

  init(_ failure: PreviewFailure) {
    self = .document([Diagnostic("issue.preview", .error, "\(failure)")])
  }

  init(_ failure: PDFFailure) {
    switch failure {
    case .sink(let error): self = .sink(error)
    case .violations(let violations):
      self = .document(
        violations.map { Diagnostic("issue.pdf", .error, at: $0.origin, "\($0.description)") }
      )
    default: self = .document([Diagnostic("issue.pdf", .error, "\(failure)")])
    }
  }

  /// Returns the failure with what `other`, which was found behind it, tells as well; one of the receiver says it all.
  func followed(by other: IssuingFailure) -> IssuingFailure {
    guard case .document(let first) = self, case .document(let rest) = other else { return self }
    return .document(first + rest)
  }

  init(_ failure: BindFailure) {
    let code = if case .sumTooLarge = failure { "issue.sum" } else { "issue.bind" }
    self = .document([Diagnostic(code, .error, "\(failure)")])
  }

  init<SinkFailure>(_ failure: HTMLFailure<SinkFailure>) {
    switch failure {
    case .rowUnavailable(let failure): self = .document([failure.diagnostic])
    case .receiverFailed(let error): self = .sink(error)
    }
  }
}
