/// Jobs that nobody has begun, which any thread may take and do.
struct CrewJobs<Job: Sendable, Outcome: Sendable>: Sendable {
  /// A job with the place of its outcome.
  struct Order: Sendable {
    let job: Job
    let place: Conveyor<Outcome, Never>
  }

  let orders: Conveyor<Order, Never>

  /// Begins with no jobs; at most `capacity` of them may wait.
  init(capacity: Int) {
    orders = Conveyor(capacity: capacity)
  }

  /// Does one job by `work`, waiting for one; returns false when no more will come.
  func doNext(by work: (Job) -> Outcome) -> Bool {
    guard let order = orders.next() else { return false }
    order.place.send(work(order.job))
    return true
  }

  /// Does one job by `work` where one waits; returns whether there was one.
  func doOneIfThere(by work: (Job) -> Outcome) -> Bool {
    guard let order = orders.nextIfThere() else { return false }
    order.place.send(work(order.job))
    return true
  }
}
