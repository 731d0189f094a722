import Foundation

/// Returns what `work` returns, which runs on a thread of its own.
///
/// For work that waits for tasks: tests run on as many threads as there are processors, and one that waits there for a
/// task keeps it waiting, and a processor idle, until all other tests are through.
public func apart<Result: Sendable>(
  _ work: @escaping @Sendable () throws -> Result
) async throws -> Result {
  try await withCheckedThrowingContinuation { continuation in
    Thread.detachNewThread {
      continuation.resume(with: Swift.Result { try work() })
    }
  }
}
