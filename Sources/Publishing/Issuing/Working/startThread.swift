import Glibc

/// What a thread is to do.
private final class Errand {
  let run: @Sendable () -> Void

  init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}

/// Starts a thread that nobody waits for; returns whether there is one.
func startThread(stackSize: Int, _ run: @escaping @Sendable () -> Void) -> Bool {
  let attributes = UnsafeMutablePointer<pthread_attr_t>.allocate(capacity: 1)
  defer { unsafe attributes.deallocate() }
  guard unsafe pthread_attr_init(attributes) == 0 else { return false }
  defer { unsafe pthread_attr_destroy(attributes) }
  unsafe pthread_attr_setdetachstate(attributes, CInt(PTHREAD_CREATE_DETACHED))
  unsafe pthread_attr_setstacksize(attributes, stackSize)
  let errand = unsafe Unmanaged.passRetained(Errand(run))
  var thread: pthread_t = 0
  let error = unsafe pthread_create(
    &thread,
    attributes,
    { errand in
      guard let errand = unsafe errand else { return nil }
      unsafe Unmanaged<Errand>.fromOpaque(errand).takeRetainedValue().run()
      return nil
    },
    errand.toOpaque()
  )
  if error != 0 { unsafe errand.release() }
  return error == 0
}
