import Foundation
import Testing
import UnicodeText

/// The private use characters of old Chinese systems.
struct PrivateUseTests {
  /// The double-byte codes of GBK whose private use characters got a meaning, in the order of U+E766 and on.
  private static let codes: [(first: UInt32, lead: UInt8, trails: [UInt8])] = [
    (0xE76C, 0xA2, [0xE3]), (0xE7C7, 0xA8, [0xBC]), (0xE7C8, 0xA8, [0xBF]),
    (0xE78D, 0xA6, Array(0xD9...0xDF) + [0xEC, 0xED, 0xF3]),
    (0xE7E7, 0xA9, Array(0x89...0x95)),
    (0xE815, 0xFE, Array(0x50...0x7E) + Array(0x80...0xA0)),
  ]

  /// The 24 that GB 18030-2005 still had in private use: GB 18030-2022 moves 18 of them, GB/T 22321.1-2018 drops six.
  private static let moved: [UInt32: UInt32] = [
    0xE78D: 0xFE10, 0xE78E: 0xFE12, 0xE78F: 0xFE11, 0xE790: 0xFE13, 0xE791: 0xFE14, 0xE792: 0xFE15,
    0xE793: 0xFE16, 0xE794: 0xFE17, 0xE795: 0xFE18, 0xE796: 0xFE19, 0xE816: 0x20087,
    0xE817: 0x20089, 0xE818: 0x200CC, 0xE81E: 0x9FB4, 0xE826: 0x9FB5, 0xE82B: 0x9FB6,
    0xE82C: 0x9FB7, 0xE831: 0x215D7, 0xE832: 0x9FB8, 0xE83B: 0x2298F, 0xE843: 0x9FB9,
    0xE854: 0x9FBA, 0xE855: 0x241FE, 0xE864: 0x9FBB,
  ]

  /// Returns what ICU's converter for GB 18030-2005 makes of double-byte codes.
  private func converted(_ bytes: [UInt8]) throws -> [Unicode.Scalar] {
    let file = FileManager.default.temporaryDirectory.appending(path: "gb-\(UUID().uuidString)")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["uconv", "-f", "gb18030", "-t", "utf-8", file.path]
    process.standardOutput = pipe
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Array(String(decoding: data, as: UTF8.self).unicodeScalars)
  }

  @Test func everyMappingIsThatOfTheStandard() throws {
    var known: [UInt32: UInt32] = [:]
    for (first, lead, trails) in Self.codes {
      let scalars = try converted(trails.flatMap { [lead, $0] })
      try #require(scalars.count == trails.count)
      for (index, scalar) in scalars.enumerated() {
        let code = first + UInt32(index)
        known[code] = PrivateUse.contains(scalar) ? Self.moved[code] : scalar.value
        // ḿ was moved in 2005 already.
        if code == 0xE7C7 { known[code] = 0x1E3F }
        if PrivateUse.contains(scalar), code != 0xE7C7 { #expect(scalar.value == code) }
      }
    }
    #expect(known.count == 106)
    for code: UInt32 in 0xE000...0xF8FF {
      let scalar = try #require(Unicode.Scalar(code))
      #expect(PrivateUse.standard(for: scalar)?.value == known[code], "\(code)")
    }
  }

  @Test func noMappingLeadsBackIntoPrivateUse() throws {
    for code: UInt32 in 0xE000...0xF8FF {
      guard let scalar = Unicode.Scalar(code), let standard = PrivateUse.standard(for: scalar)
      else { continue }
      #expect(!PrivateUse.contains(standard))
      #expect(standard.properties.generalCategory != .unassigned)
    }
  }

  @Test(
    arguments: [
      (0xDFFF, false), (0xE000, true), (0xF8FF, true), (0xF900, false), (0xEFFFF, false),
      (0xF0000, true), (0x10FFFF, true),
    ] as [(UInt32, Bool)]
  )
  func privateUseIsThreeAreas(_ vector: (code: UInt32, isPrivate: Bool)) {
    guard let scalar = Unicode.Scalar(vector.code) else { return }
    #expect(PrivateUse.contains(scalar) == vector.isPrivate)
  }
}
