// swift-tools-version: 6.2
// A package of its own, because sanitizers need flags that the product must never see. It builds the readers from the
// same files, through the links `Sources` and `Archive`.
import PackageDescription

let watched: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .unsafeFlags(["-sanitize=fuzzer,address"]),
]

/// Makes a room of the product; of one that `isTested`, fuzzers see what is internal, too.
func room(
  _ path: String,
  over dependencies: [Target.Dependency] = [],
  isTested: Bool = false
) -> Target {
  let name = path.split(separator: "/").last.map(String.init) ?? path
  return .target(
    name: name,
    dependencies: dependencies,
    path: "Sources/\(path)",
    swiftSettings: watched + (isTested ? [.unsafeFlags(["-enable-testing"])] : [])
  )
}

func binding(_ name: String, to library: String, from package: String) -> Target {
  .systemLibrary(
    name: name,
    path: "Sources/Bindings/\(name)",
    pkgConfig: library,
    providers: [.apt([package])]
  )
}

let package = Package(
  name: "Fuzz",
  targets: [
    binding("CZip", to: "libzip", from: "libzip-dev"),
    binding("CLibXML2", to: "libxml-2.0", from: "libxml2-dev"),
    binding("CCairo", to: "cairo", from: "libcairo2-dev"),
    binding("CQPDF", to: "libqpdf", from: "libqpdf-dev"),
    binding("CZlib", to: "zlib", from: "zlib1g-dev"),
    binding("CCrypto", to: "libcrypto", from: "libssl-dev"),
    binding("CDeflate", to: "libdeflate", from: "libdeflate-dev"),
    .target(
      name: "CUnicode",
      path: "Sources/Bindings/CUnicode",
      cSettings: [.unsafeFlags(["-fsanitize=fuzzer-no-link,address"])],
      linkerSettings: [.linkedLibrary("icui18n"), .linkedLibrary("icuuc")]
    ),
    .target(
      name: "CSimdJSON",
      path: "Sources/Bindings/CSimdJSON",
      cxxSettings: [.unsafeFlags(["-O2", "-fsanitize=fuzzer-no-link,address"])],
      linkerSettings: [.linkedLibrary("simdjson")]
    ),
    room("Model/Calendar"),
    room("Model/Geometry"),
    room("Model/Diagnostics"),
    room("Reading/JSON", over: ["CSimdJSON", "Diagnostics"], isTested: true),
    room("Typesetting/UnicodeText", over: ["CUnicode"]),
    room(
      "Reading/Spreadsheets",
      over: ["CZip", "XML", "Calendar", "Diagnostics", "UnicodeText"]
    ),
    room("Reading/Artworks", over: ["CCairo", "XML", "Geometry"]),
    room("Filing/Records", over: ["Diagnostics", "Calendar", "JSON", "UnicodeText"]),
    room("Reading/XML", over: ["CLibXML2"]),
    room("Reading/PDFFiles", over: ["CQPDF", "CZlib", "XML"]),
    room("Trust/Certificates", over: ["CCrypto"]),
    room("Trust/Verification", over: ["JSON", "PDFFiles", "Calendar", "Records", "Certificates"]),
    .target(
      name: "Archive",
      dependencies: ["CDeflate"],
      path: "Archive",
      exclude: ["TestWorkbook.swift"],
      swiftSettings: watched + [.unsafeFlags(["-enable-testing"])]
    ),
    .executableTarget(
      name: "fuzz",
      dependencies: [
        "JSON", "Records", "Spreadsheets", "Archive", "Diagnostics", "Certificates", "Verification",
        "Artworks",
      ],
      path: "Targets",
      swiftSettings: watched,
      // The default linker stops at the sanitizer's own sections.
      linkerSettings: [.unsafeFlags(["-use-ld=lld", "-sanitize=fuzzer,address"])]
    ),
  ]
)
