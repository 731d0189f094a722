import PDF

/// The streams of a file that nobody has begun to compress.
typealias DeflateJobs = CrewJobs<DeflateJob, Result<[UInt8], PDFFailure>>

extension DeflateJobs {
  /// Begins with no streams.
  init() { self.init(capacity: DeflateLine.most) }
}

/// Compresses the streams of a file on a thread of its own, while the file is written on.
///
/// Whoever writes the file, and whoever lays out its pages, helps where they could only wait: so all cores have something
/// to do as long as there is anything to be done.
final class DeflatingThread {
  private let crew: Crew<DeflateJob, Result<[UInt8], PDFFailure>>

  /// Starts the thread, which takes `jobs`.
  init(_ jobs: DeflateJobs) {
    crew = Crew("deflate", size: 1, jobs: jobs, callerHelps: true, begin: DeflatingThread.work)
  }

  /// Begins to compress streams one after another.
  static let work: @Sendable () -> (DeflateJob) -> Result<[UInt8], PDFFailure> = {
    let deflater = Deflater()
    return { $0.run(by: deflater) }
  }

  /// What a writer is given for it; the thread lasts as long as that.
  var line: DeflateLine {
    DeflateLine { [self] in
      crew.give($0)
    } take: { [self] () throws(PDFFailure) in
      // As many are asked for as were given.
      guard let stream = crew.next() else { throw .compression }
      return try stream.get()
    }
  }
}
