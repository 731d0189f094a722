/// Several threads that work on jobs side by side and hand in their outcomes in the order of the jobs.
///
/// It is used from one task, which does the work itself where the system gives no threads. Jobs wait in a line without
/// end, so whoever gives them keeps an eye on `count`.
public final class Crew<Job: Sendable, Outcome: Sendable> {
  /// A job with the place of its outcome.
  private struct Order: Sendable {
    let job: Job
    let place: Conveyor<Outcome, Never>
  }

  private let orders: Conveyor<Order, Never>
  private let workers: [Worker<Void>]
  /// The work as the caller does it; nothing where threads do.
  private let own: ((Job) -> Outcome)?
  private var places: [Conveyor<Outcome, Never>] = []

  /// Starts `size` threads called `name`, or as many as the system gives; each calls `begin` once for what it works with.
  ///
  /// No more than `capacity` jobs may be under way at a time.
  public init(
    _ name: String,
    size: Int,
    capacity: Int,
    begin: @escaping @Sendable () -> (Job) -> Outcome
  ) {
    let orders = Conveyor<Order, Never>(capacity: capacity)
    self.orders = orders
    workers = (1...max(1, size)).compactMap { number in
      Worker("\(name) \(number)") {
        let work = begin()
        while let order = orders.next() { order.place.send(work(order.job)) }
      }
    }
    own = workers.isEmpty ? begin() : nil
  }

  deinit {
    orders.cancel()
    for worker in workers { worker.outcome() }
  }

  /// How many jobs are under way, those included whose outcomes wait to be taken.
  public var count: Int { places.count }

  /// Gives the next job.
  public func give(_ job: Job) {
    let place = Conveyor<Outcome, Never>(capacity: 1)
    places.append(place)
    if let own {
      place.send(own(job))
    } else {
      orders.send(Order(job: job, place: place))
    }
  }

  /// Returns the outcome of the first job whose outcome was not taken, waiting for it, or nothing when there is none.
  public func next() -> Outcome? {
    places.isEmpty ? nil : places.removeFirst().next()
  }
}
