// swift-tools-version: 6.1
import PackageDescription

// Tests run on the release build; but nobody waits for the code of the tests itself to be quick, and to
// optimize it takes minutes.
let testSettings: [SwiftSetting] = [.unsafeFlags(["-Onone"], .when(configuration: .release))]

let package = Package(
  name: "isnad",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "isnad", targets: ["isnad"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.1.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.22.0"),
  ],
  targets: [
    // Each target has one job and knows nothing of those below it.
    .target(name: "Diagnostics"),
    .target(name: "Fingerprint"),
    // Values as bytes and back, for what is kept between builds.
    .target(name: "ByteCoding"),
    .systemLibrary(
      name: "CCmark", pkgConfig: "libcmark",
      providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
    .target(name: "Markdown", dependencies: ["CCmark"]),
    .target(name: "Mustache", dependencies: ["Diagnostics"]),
    .target(
      name: "Corpus",
      dependencies: [
        "ByteCoding", "Diagnostics", "Fingerprint", "Markdown",
        .product(name: "Yams", package: "Yams"),
      ]),
    .target(
      name: "Evidence",
      dependencies: [
        "ByteCoding", "Corpus", "Markdown",
        .product(name: "OrderedCollections", package: "swift-collections"),
      ]),
    .target(
      name: "Site",
      dependencies: [
        "ByteCoding", "Diagnostics", "Fingerprint", "Markdown", "Mustache", "Corpus", "Evidence",
        "Output",
        .product(name: "Yams", package: "Yams"),
      ],
      plugins: ["EmbedTemplates"]),
    .target(name: "Output", dependencies: ["Diagnostics", "Fingerprint"]),
    // Drives Pagefind, where it is installed.
    .target(name: "FullText", dependencies: ["Diagnostics"]),
    // Reads what was built as a stranger would: it knows nothing of what builds it.
    .target(name: "Verify", dependencies: ["Diagnostics", "Corpus"]),
    .target(
      name: "Preview",
      dependencies: [
        "Diagnostics", .product(name: "FlyingFox", package: "FlyingFox"),
        .product(name: "FlyingSocks", package: "FlyingFox"),
      ]),
    .executableTarget(
      name: "isnad",
      dependencies: [
        "ByteCoding", "Diagnostics", "Fingerprint", "Mustache", "Corpus", "Evidence", "Site",
        "Output", "FullText", "Verify", "Preview",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    // The default templates are compiled into the binary.
    .executableTarget(name: "embed-templates"),
    .plugin(name: "EmbedTemplates", capability: .buildTool(), dependencies: ["embed-templates"]),

    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .testTarget(
      name: "DiagnosticsTests", dependencies: ["Diagnostics"], swiftSettings: testSettings),
    .testTarget(
      name: "MarkdownTests", dependencies: ["Markdown", "TestSupport"],
      swiftSettings: testSettings),
    .testTarget(
      name: "MustacheTests", dependencies: ["Mustache", "Diagnostics", "CCmark", "TestSupport"],
      exclude: ["fetch-spec.sh"], swiftSettings: testSettings),
    .testTarget(
      name: "CorpusTests",
      dependencies: ["ByteCoding", "Corpus", "Diagnostics", "Fingerprint", "TestSupport"],
      swiftSettings: testSettings),
    .testTarget(
      name: "EvidenceTests", dependencies: ["Evidence", "Corpus", "Diagnostics", "TestSupport"],
      swiftSettings: testSettings),
    .testTarget(
      name: "SiteTests", dependencies: ["Site", "Output", "Corpus", "Evidence", "TestSupport"],
      swiftSettings: testSettings),
    .testTarget(
      name: "OutputTests", dependencies: ["Output", "Diagnostics", "Fingerprint"],
      swiftSettings: testSettings),
    .testTarget(
      name: "VerifyTests",
      dependencies: ["Verify", "Site", "Evidence", "Output", "Corpus", "Diagnostics"],
      swiftSettings: testSettings),
    .testTarget(
      name: "PreviewTests", dependencies: ["Preview", "Diagnostics"], swiftSettings: testSettings),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "isnad", "Corpus", "Diagnostics", "Evidence", "Fingerprint", "Site", "TestSupport",
      ],
      swiftSettings: testSettings),
  ],
  swiftLanguageModes: [.v6]
)
