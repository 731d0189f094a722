import PDF
import PDFFiles
import Signing
import TestSupport
import Testing
import Verification

/// The file with both signatures, made once.
private let both = Result { try SignedSample.signedByEmployee(try SignedSample.signedByEmployer()) }

@Test func aChangedByteAnywhereIsFound() throws {
  let file = try both.get()
  var random = SeededGenerator(seed: 7)
  for _ in 0..<300 {
    let (index, bit) = (
      Int.random(in: file.indices, using: &random), UInt8.random(in: 0..<8, using: &random)
    )
    var changed = file
    changed[index] ^= 1 << bit
    #expect(try !judge(changed).isPassed, "byte \(index), bit \(bit)")
  }
}

@Test func everyDigitOfASignatureCounts() throws {
  let file = try SignedSample.signedByEmployer()
  let start = try #require(file.firstRange(of: "/Contents <".utf8)?.upperBound)
  for index in stride(from: start, to: start + 2600, by: 3) {
    var changed = file
    changed[index] = changed[index] == UInt8(ascii: "7") ? UInt8(ascii: "8") : UInt8(ascii: "7")
    if changed[index] != file[index] { #expect(try !judge(changed).isPassed, "digit \(index)") }
  }
}

/// What stands around the signed attributes nobody signs: lengths, versions, tags.
@Test(arguments: [0, 1])
func everyBitOfTheHeadOfASignatureCounts(_ number: Int) throws {
  let file = try both.get()
  let starts = file.ranges(of: Array("/Contents <".utf8)).map(\.upperBound)
  try #require(starts.count == 2)
  for place in 0..<140 {
    for bit in 0..<8 {
      var changed = file
      changed[starts[number] + place] ^= 1 << bit
      guard Character(UnicodeScalar(changed[starts[number] + place])).isHexDigit else { continue }
      #expect(try !judge(changed).isPassed, "digit \(place), bit \(bit)")
    }
  }
}

@Test func aFileThatIsCutOffDoesNotHold() throws {
  let file = try both.get()
  let first = try SignedSample.signedByEmployer().count
  var random = SeededGenerator(seed: 11)
  for _ in 0..<40 {
    let end = Int.random(in: 0..<file.count, using: &random)
    guard abs(end - first) > 4 else { continue }
    #expect(try !judge(Array(file[..<end])).isPassed, "cut at \(end)")
  }
}

@Test func bytesBehindTheLastSignatureAreNotSigned() throws {
  for tail in ["\n", "%", "1 0 obj null endobj\n"] {
    let verdict = try judge(try both.get() + Array(tail.utf8))
    #expect(verdict.signatures.last?.coverage != .whole)
  }
}

/// Changes that somebody makes by a revision of their own behind both signatures.
@Test(arguments: Overlay.allCases)
func aRevisionThatChangesWhatIsShownIsFound(_ overlay: Overlay) throws {
  let verdict = try judge(try overlay.put(onto: try both.get()))
  #expect(!verdict.isPassed)
  for signature in verdict.signatures {
    #expect(signature.integrity == .intact, "the signed bytes are as they were")
    #expect(signature.changes.contains(overlay.told), "\(signature.changes)")
  }
}

@Test func whatIsToldOfTheFileBesideItsPagesMayChange() throws {
  let verdict = try judge(try Overlay.put("Lang", "(en)", onto: try both.get()))
  #expect(!verdict.isPassed)
  let metadata = try judge(try Overlay.put("Version", "/1.7", onto: try both.get()))
  #expect(metadata.isPassed && metadata.signatures.first?.changes.contains(.properties) == true)
}

@Test func aFileOfNoiseIsToldToBeNone() throws {
  var random = SeededGenerator(seed: 3)
  for count in [0, 1, 9, 1000, 100_000] {
    let noise = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
    guard case .unreadable? = try judge(Array("%PDF-1.7\n".utf8) + noise).problem else {
      Issue.record("\(count) bytes of noise are no file")
      continue
    }
  }
}
