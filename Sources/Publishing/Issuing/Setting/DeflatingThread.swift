import PDF

/// A thread that compresses the streams of a file in their order, while the file is written on.
final class DeflatingThread {
  private let jobs = Conveyor<DeflateJob, Never>(capacity: DeflateLine.most)
  private let streams = Conveyor<[UInt8], PDFFailure>(capacity: DeflateLine.most)
  private let worker: Worker<Void>

  /// Starts the thread; returns nothing when the system gives none.
  init?() {
    let worker = Worker("deflate") { [jobs, streams] in
      let deflater = Deflater()
      while let job = jobs.next() {
        switch job.run(by: deflater) {
        case .success(let stream): streams.send(stream)
        case .failure(let failure): return streams.fail(failure)
        }
      }
    }
    guard let worker else { return nil }
    self.worker = worker
  }

  deinit {
    jobs.cancel()
    streams.cancel()
    worker.outcome()
  }

  /// What a writer is given for it; the thread lasts as long as that.
  var line: DeflateLine {
    DeflateLine { [self] in
      jobs.send($0)
    } take: { [self] () throws(PDFFailure) in
      // Nobody ends the line but a failure; a stream that does not come is one as well.
      guard let stream = try streams.next() else { throw .compression }
      return stream
    }
  }
}
