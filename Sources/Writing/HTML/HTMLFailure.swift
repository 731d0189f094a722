public import DocumentTree

/// Why a page could not be written to its end.
public enum HTMLFailure<SinkFailure: Error>: Error {
  /// Could not write the page because a row of a table could not be had.
  case rowUnavailable(RowSource.Failure)
  /// Could not write the page because the receiver of the text refused it.
  case receiverFailed(SinkFailure)
}

extension HTMLFailure: Sendable where SinkFailure: Sendable {}
