public import Digests
public import Records

/// The texts that a form was opened from, kept with a roster so that it can be printed again as it was.
public struct FormTexts: Sendable, Hashable {
  /// The form's name.
  public let name: String
  /// `form.yaml`.
  public let settings: String
  /// `body.md`.
  public let body: String
  /// `theme.yaml`, whose paper the form starts from.
  public let theme: String

  /// Creates the texts.
  public init(name: String, settings: String, body: String, theme: String) {
    self.name = name
    self.settings = settings
    self.body = body
    self.theme = theme
  }

  /// The hash of all four.
  var digest: Digest { Digest(of: ["mingce-form/1", name, settings, body, theme]) }
}

/// A row of a roster as it is to be frozen.
public struct FrozenRow: Sendable {
  /// By what the ledger is to know the filing again.
  public let trace: FilingTrace
  /// The filing as canonical JSON.
  public let content: [UInt8]
  /// The row in the operator's file, from 1.
  public let sourceRow: Int
  /// Whether the operator's file itself shows the contract that the filing follows on as 已生成名册.
  public let hasPrior: Bool

  /// Creates a row.
  public init(trace: FilingTrace, content: [UInt8], sourceRow: Int, hasPrior: Bool) {
    self.trace = trace
    self.content = content
    self.sourceRow = sourceRow
    self.hasPrior = hasPrior
  }
}

/// A roster that is to be saved.
public struct RosterDraft {
  /// The kind of roster.
  public let kind: RosterKind
  /// How its number is written.
  public let format: NumberFormat
  /// What it is printed from.
  public let form: FormTexts
  /// Its title.
  public let title: String
  /// The head of its records.
  public let batch: Batch
  /// The head as canonical JSON.
  public let head: [UInt8]
  /// Gives its rows one by one in printing order.
  public let nextRow: () throws -> FrozenRow?

  /// Creates a draft.
  public init(
    kind: RosterKind,
    format: NumberFormat,
    form: FormTexts,
    title: String,
    batch: Batch,
    head: [UInt8],
    nextRow: @escaping () throws -> FrozenRow?
  ) {
    self.kind = kind
    self.format = format
    self.form = form
    self.title = title
    self.batch = batch
    self.head = head
    self.nextRow = nextRow
  }
}

/// What a saved roster prints of itself.
public struct RosterMark: Sendable, Hashable {
  /// The number.
  public let number: String
  /// The check code: 16 digits that stand for the content and for all that the ledger held before.
  public let check: String
}

/// A printed file that waits for its name.
public struct PrintedRoster: Sendable, Hashable {
  /// How many pages it has.
  public let pages: Int
  /// The hash of its bytes.
  public let digest: Digest

  /// Creates the description of a file.
  public init(pages: Int, digest: Digest) {
    self.pages = pages
    self.digest = digest
  }
}
