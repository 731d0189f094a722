/// Returns what `make` makes of each of `jobs`, in their order, several at a time on threads called `name`.
///
/// A thread takes `length` jobs at once; the caller does `meanwhile` beside them, and then takes what was made, in the order
/// of the jobs, while others are still being made. With one worker, or no more jobs than that, all is done by the caller.
public func madeSideBySide<Job: Sendable, Made: Sendable>(
  _ name: String,
  _ jobs: [Job],
  workers: Int,
  atOnce length: Int = 8,
  meanwhile: () -> Void = {},
  taking: (Made) -> Void = { _ in },
  make: @escaping @Sendable (Job) -> Made
) -> [Made] {
  guard workers > 1, jobs.count > length else {
    meanwhile()
    return jobs.map { job in
      let made = make(job)
      taking(made)
      return made
    }
  }
  let pieces = stride(from: 0, to: jobs.count, by: length).map { start in
    Array(jobs[start..<min(start + length, jobs.count)])
  }
  let crew = Crew(name, size: workers, capacity: pieces.count) {
    { (piece: [Job]) in piece.map(make) }
  }
  for piece in pieces { crew.give(piece) }
  meanwhile()
  var made: [Made] = []
  made.reserveCapacity(jobs.count)
  while let piece = crew.next() {
    piece.forEach(taking)
    made += piece
  }
  return made
}
