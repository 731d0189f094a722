/// Several threads that work on jobs side by side and hand in their outcomes in the order of the jobs.
///
/// It is used from one task, which does the work itself where the system gives no threads. Jobs wait in a line without
/// end, so whoever gives them keeps an eye on `count`.
public final class Crew<Job: Sendable, Outcome: Sendable> {
  private let jobs: CrewJobs<Job, Outcome>
  private let workers: [Worker<Void>]
  /// The work as the caller does it: all of it where there are no threads, or instead of waiting where the caller helps.
  private let own: ((Job) -> Outcome)?
  private var places: [Conveyor<Outcome, Never>] = []

  /// Starts `size` threads called `name`, or as many as the system gives; each calls `begin` once for what it works with.
  ///
  /// No more than `capacity` jobs may be under way at a time.
  public convenience init(
    _ name: String,
    size: Int,
    capacity: Int,
    begin: @escaping @Sendable () -> (Job) -> Outcome
  ) {
    self.init(name, size: size, jobs: CrewJobs(capacity: capacity), begin: begin)
  }

  /// Starts threads as above, which others may help with `jobs`.
  ///
  /// A caller who `helps` works on the jobs too where an outcome does not wait for it: on a machine with few cores, a
  /// thread that waits while work does not is what costs most.
  init(
    _ name: String,
    size: Int,
    jobs: CrewJobs<Job, Outcome>,
    callerHelps helps: Bool = false,
    begin: @escaping @Sendable () -> (Job) -> Outcome
  ) {
    self.jobs = jobs
    workers = (1...max(1, size)).compactMap { number in
      Worker("\(name) \(number)") {
        let work = begin()
        while jobs.doNext(by: work) {}
      }
    }
    own = workers.isEmpty || helps ? begin() : nil
  }

  deinit {
    jobs.orders.cancel()
    for worker in workers { worker.outcome() }
  }

  /// How many jobs are under way, those included whose outcomes wait to be taken.
  public var count: Int { places.count }

  /// Gives the next job.
  public func give(_ job: Job) {
    let place = Conveyor<Outcome, Never>(capacity: 1)
    places.append(place)
    if workers.isEmpty, let own {
      place.send(own(job))
    } else {
      jobs.orders.send(CrewJobs.Order(job: job, place: place))
    }
  }

  /// Returns the outcome of the first job whose outcome was not taken, waiting for it, or nothing when there is none.
  public func next() -> Outcome? {
    guard !places.isEmpty else { return nil }
    let place = places.removeFirst()
    guard let own else { return place.next() }
    while true {
      if let outcome = place.nextIfThere() { return outcome }
      guard jobs.doOneIfThere(by: own) else { return place.next() }
    }
  }
}
