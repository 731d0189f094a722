import Digests

/// Something that the registers of what was destroyed are not as they were written.
public enum RegisterFinding: Sendable, Hashable {
  /// The register with this number is not there, though a later one is.
  case missing(number: Int)
  /// It cannot be read as a register of its number.
  case unreadable(number: Int)
  /// It has other bytes than those that the next one names.
  case changed(number: Int)
}

/// Looks whether `registers`, in the order of their numbers, are all there and as they were.
///
/// The last one has none after it that would name its bytes.
public func registerFindings(_ registers: [(number: Int, bytes: [UInt8])]) -> [RegisterFinding] {
  var findings: [RegisterFinding] = []
  var (next, former) = (1, Digest?.none)
  for (number, bytes) in registers {
    if number > next {
      findings += (next..<number).map { .missing(number: $0) }
      former = nil
    }
    if let register = DestructionRegister(bytes), register.number == number {
      if let former, register.former != former { findings.append(.changed(number: number - 1)) }
    } else {
      findings.append(.unreadable(number: number))
    }
    (next, former) = (number + 1, Digest(of: bytes))
  }
  return findings
}
