// swift-tools-version: 6.2
import PackageDescription

let houseRules: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

/// A module of `Sources`, by its floor's folder, its name and what it stands on.
func room(_ folder: String, _ name: String, over dependencies: [Target.Dependency] = []) -> Target {
  .target(
    name: name,
    dependencies: dependencies,
    path: "Sources/\(folder)/\(name)",
    swiftSettings: houseRules
  )
}

/// The headers of one system library.
func binding(_ name: String, to library: String, from package: String) -> Target {
  .systemLibrary(
    name: name,
    path: "Sources/Bindings/\(name)",
    pkgConfig: library,
    providers: [.apt([package])]
  )
}

/// The tests of one module, in a folder of the same name.
func tests(_ name: String, of dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(
    name: name,
    dependencies: dependencies + ["TestSupport"],
    path: "Tests/\(name)",
    exclude: exclude,
    swiftSettings: houseRules
  )
}

let model: [Target.Dependency] = [
  "Geometry", "Calendar", "Diagnostics", "DocumentTree", "Styling", "Pages",
]
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let sqlite = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")

let package = Package(
  name: "Mingce",
  products: [.executable(name: "mingce", targets: ["mingce"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    // Bindings: C headers and thin C shims, one folder a library.
    binding("CHarfBuzz", to: "harfbuzz-subset", from: "libharfbuzz-dev"),
    binding("CFreeType", to: "freetype2", from: "libfreetype6-dev"),
    binding("CMarkGFM", to: "libcmark-gfm", from: "libcmark-gfm-dev"),
    binding("CDeflate", to: "libdeflate", from: "libdeflate-dev"),
    binding("CZlib", to: "zlib", from: "zlib1g-dev"),
    binding("CQPDF", to: "libqpdf", from: "libqpdf-dev"),
    binding("CCrypto", to: "libcrypto", from: "libssl-dev"),
    binding("CZip", to: "libzip", from: "libzip-dev"),
    binding("CLibXML2", to: "libxml-2.0", from: "libxml2-dev"),
    binding("CQREncode", to: "libqrencode", from: "libqrencode-dev"),
    binding("CCairo", to: "cairo", from: "libcairo2-dev"),
    binding("CMicroHTTPD", to: "libmicrohttpd", from: "libmicrohttpd-dev"),
    binding("CXLSXWriter", to: "xlsxwriter", from: "libxlsxwriter-dev"),
    .systemLibrary(name: "CDisk", path: "Sources/Bindings/CDisk"),
    .target(
      name: "CUnicode",
      path: "Sources/Bindings/CUnicode",
      linkerSettings: [.linkedLibrary("icui18n"), .linkedLibrary("icuuc")]
    ),
    .target(name: "CCurl", path: "Sources/Bindings/CCurl"),
    .target(
      name: "CSimdJSON",
      path: "Sources/Bindings/CSimdJSON",
      // Debug builds read the same large files in tests; unoptimised simdjson is some thirty times slower.
      cxxSettings: [.unsafeFlags(["-O3"])],
      linkerSettings: [.linkedLibrary("simdjson")]
    ),

    // Floor 1: values only.
    room("Model", "Geometry"),
    room("Model", "Calendar"),
    room("Model", "Diagnostics"),
    room("Model", "DocumentTree", over: ["Diagnostics"]),
    room("Model", "Styling", over: ["Geometry"]),
    room("Model", "Pages", over: ["Geometry", "Diagnostics", "Styling"]),

    // Floor 2: three wings that meet only in the model.
    room("Reading", "JSON", over: ["CSimdJSON", "Diagnostics"]),
    room("Reading", "YAML", over: ["Diagnostics", "UnicodeText", yams]),
    room("Reading", "Artworks", over: ["CCairo", "XML", "Diagnostics", "Geometry"]),
    room("Reading", "Drawings", over: ["Diagnostics", "DocumentTree"]),
    room(
      "Reading",
      "Markdown",
      over: ["CMarkGFM", "Diagnostics", "DocumentTree", "Drawings", "UnicodeText"]
    ),
    room(
      "Reading",
      "Spreadsheets",
      over: ["CZip", "XML", "Calendar", "Diagnostics", "UnicodeText"]
    ),
    room("Reading", "Addresses", over: ["CCurl"]),
    room("Reading", "XML", over: ["CLibXML2"]),
    room("Reading", "PDFFiles", over: ["CQPDF", "CZlib", "XML"]),
    room("Typesetting", "UnicodeText", over: ["CUnicode"]),
    room(
      "Typesetting",
      "Fonts",
      over: ["CHarfBuzz", "CFreeType", "Diagnostics", "Geometry", "Styling", "Pages"]
    ),
    room("Typesetting", "Seals", over: ["Diagnostics", "Geometry", "Styling", "Pages", "Fonts"]),
    room("Typesetting", "SquareCodes", over: ["CQREncode", "DocumentTree"]),
    room("Typesetting", "LineBreaking", over: ["Geometry", "Styling", "UnicodeText"]),
    room("Typesetting", "Layout", over: model + ["UnicodeText", "Fonts", "LineBreaking"]),
    room(
      "Writing",
      "HTML",
      over: ["DocumentTree", "Styling", "Geometry", "Diagnostics", "UnicodeText"]
    ),
    room("Writing", "PDF", over: model + ["Fonts", "CDeflate", "CZlib"]),
    room(
      "Writing",
      "Preview",
      over: ["CCairo", "Diagnostics", "Geometry", "Styling", "Pages", "Fonts"]
    ),
    room("Writing", "Searching"),
    room("Writing", "Tables", over: ["Calendar", "UnicodeText"]),
    room("Writing", "Workbooks", over: ["CXLSXWriter", "Calendar"]),

    // Floor 3: the trade.
    room("Filing", "Records", over: ["Diagnostics", "Calendar", "JSON", "UnicodeText"]),
    room("Filing", "Rules", over: ["Calendar", "Diagnostics", "YAML", "Records"]),
    room("Filing", "Forms", over: model + ["JSON", "YAML", "Markdown", "Records"]),
    room("Filing", "Queries", over: ["Calendar", "Diagnostics", "Records", "UnicodeText"]),
    room(
      "Filing",
      "Imports",
      over: [
        "Calendar", "Diagnostics", "JSON", "YAML", "Spreadsheets", "Workbooks", "Records",
      ]
    ),

    // Floor 4: what is kept, and that it is whole.
    room("Trust", "Digests", over: ["CCrypto"]),
    room("Trust", "Databases", over: [sqlite]),
    room(
      "Trust",
      "Ledger",
      over: ["Diagnostics", "Calendar", "YAML", "Records", "Digests", "Databases", sqlite]
    ),
    room(
      "Trust",
      "Archive",
      over: [
        "Diagnostics", "Calendar", "JSON", "YAML", "XML", "Searching", "Digests", "Databases",
        sqlite,
      ]
    ),
    room("Trust", "Certificates", over: ["CCrypto", "Diagnostics"]),
    room(
      "Trust",
      "Signing",
      over: ["Geometry", "Diagnostics", "Pages", "PDF", "PDFFiles", "Digests", "Certificates"]
    ),
    room(
      "Trust",
      "Verification",
      over: ["JSON", "PDFFiles", "Calendar", "Records", "Certificates"]
    ),

    // Floor 5: the straight line, and the portal.
    room(
      "Publishing",
      "Issuing",
      over: model + [
        "JSON", "YAML", "Records", "Rules", "Forms", "Fonts", "Layout", "HTML", "PDF", "Preview",
        "SquareCodes", "Digests",
      ]
    ),
    room("Publishing", "Remaking", over: ["Digests"]),
    room(
      "Publishing",
      "Site",
      over: model + [
        "Issuing", "Remaking", "Digests", "YAML", "Markdown", "HTML", "Searching", mustache,
      ]
    ),

    room("Publishing", "Serving", over: ["CMicroHTTPD", "Diagnostics"]),

    // Floor 6: the command line, and the only door to the world.
    .executableTarget(
      name: "mingce",
      dependencies: model + [
        "CDisk", "YAML", "Markdown", "Records", "Rules", "Forms", "Fonts", "Digests", "Ledger",
        "Archive", "Issuing", "Remaking", "Site", "Serving", "Queries", "PDF", "PDFFiles",
        "Certificates", "Signing", "Verification",
        "Tables", "UnicodeText",
        "Addresses", "Imports", "Spreadsheets", "Workbooks", "Seals", "Artworks", arguments,
      ],
      path: "Sources/mingce",
      swiftSettings: houseRules,
      // Values go from thread to thread and are let go of where they were not made: glibc's malloc takes a twelfth of a
      // roster's time longer over that, and a twentieth more memory for 300,000 rows.
      linkerSettings: [.linkedLibrary("jemalloc")]
    ),

    .executableTarget(
      name: "mingce-bench",
      dependencies: model + [
        "Markdown", "UnicodeText", "Fonts", "LineBreaking", "Layout", "HTML", "PDF", "Records",
        "Forms", "Issuing", "CDeflate", "TestSupport", arguments,
      ],
      path: "Tests/Benchmarks",
      exclude: ["Peers", "budget.txt"],
      swiftSettings: houseRules
    ),

    .target(
      name: "TestSupport",
      dependencies: model + [
        "Fonts", "Records", "CDeflate", "CFreeType", "PDF", "Certificates", "Signing",
      ],
      path: "Tests/Support",
      swiftSettings: houseRules
    ),
    tests("ArchitectureTests", of: [], exclude: ["Golden"]),
    tests("ModelTests", of: model),
    tests("JSONTests", of: ["JSON", "Diagnostics"]),
    tests("YAMLTests", of: ["YAML", "Diagnostics"]),
    tests("XMLTests", of: ["XML"]),
    tests("PDFFilesTests", of: ["PDFFiles", "CZlib"]),
    tests("SpreadsheetsTests", of: ["Spreadsheets", "Calendar", "Diagnostics", "CDeflate"]),
    tests(
      "MarkdownTests",
      of: ["Markdown", "DocumentTree", "Diagnostics"],
      exclude: ["Golden", "Cases"]
    ),
    tests("ArtworksTests", of: model + ["Artworks", "Preview"]),
    tests("DrawingsTests", of: ["Drawings", "DocumentTree", "Diagnostics"], exclude: ["Golden"]),
    tests("UnicodeTextTests", of: ["UnicodeText"]),
    tests("FontsTests", of: model + ["Fonts", "CHarfBuzz"]),
    tests(
      "LineBreakingTests",
      of: ["LineBreaking", "UnicodeText", "Geometry", "Styling"],
      exclude: ["Cases"]
    ),
    tests("SealsTests", of: model + ["Seals", "Fonts", "PDF"], exclude: ["Golden"]),
    tests("SquareCodesTests", of: ["SquareCodes", "DocumentTree"]),
    tests(
      "LayoutTests",
      of: model + ["Layout", "LineBreaking", "Fonts", "UnicodeText"],
      exclude: ["Golden"]
    ),
    tests("HTMLTests", of: model + ["HTML"], exclude: ["Golden"]),
    tests("PDFTests", of: model + ["PDF", "Fonts", "Layout"], exclude: ["Golden"]),
    tests(
      "PreviewTests",
      of: model + ["Preview", "Fonts", "Layout", "PDF", "CCairo"],
      exclude: ["Golden"]
    ),
    tests("SearchingTests", of: ["Searching"]),
    tests("WorkbooksTests", of: ["Workbooks", "Spreadsheets", "Calendar"]),
    tests("RecordsTests", of: model + ["Records", "JSON"], exclude: ["Golden"]),
    tests(
      "ImportsTests",
      of: ["Imports", "Spreadsheets", "Workbooks", "Records", "Calendar", "Diagnostics"]
    ),
    tests("RulesTests", of: model + ["Rules", "Records", "YAML"], exclude: ["Cases"]),
    tests(
      "FormsTests",
      of: model + ["Forms", "Records", "Markdown", "YAML"],
      exclude: ["Golden", "Cases"]
    ),
    tests("TablesTests", of: ["Tables", "Calendar"]),
    tests("QueriesTests", of: ["Queries", "Records", "Calendar", "Diagnostics"]),
    tests(
      "IssuingTests",
      of: model + ["Issuing", "Records", "Rules", "Forms", "Fonts", "PDFFiles", "Digests"]
    ),
    tests(
      "ExtremesTests",
      of: model + ["Issuing", "Forms", "Records", "Layout", "Fonts", "YAML"]
    ),
    tests("RemakingTests", of: ["Remaking"]),
    tests(
      "SiteTests",
      of: model + ["Site", "YAML", "Issuing", "Markdown", "HTML", "Digests", mustache],
      exclude: ["Golden"]
    ),
    tests("AddressesTests", of: ["Addresses"]),
    tests("ServingTests", of: ["Serving", "Diagnostics"]),
    tests(
      "LedgerTests",
      of: model + ["Ledger", "Digests", "Records", sqlite],
      exclude: ["Golden"]
    ),
    tests(
      "ArchiveTests",
      of: ["Archive", "Calendar", "Diagnostics", "Digests"],
      exclude: ["Golden"]
    ),
    tests("CertificatesTests", of: ["Certificates", "Signing"]),
    tests(
      "SigningTests",
      of: model + ["Signing", "Certificates", "Digests", "PDF", "PDFFiles"]
    ),
    tests(
      "VerificationTests",
      of: model + ["Verification", "Signing", "Certificates", "PDF", "PDFFiles"]
    ),
    tests(
      "WalkthroughTests",
      of: [
        "mingce", "Ledger", "Archive", "Digests", "Diagnostics", "Certificates", "Signing",
        "Verification",
      ],
      exclude: ["Golden"]
    ),
    tests("BenchmarksTests", of: model + ["mingce-bench"]),
  ]
)
