/// An object of a file, as far as it does not lead to others (ISO 32000-1 §7.3).
public indirect enum PDFValue: Sendable, Hashable {
  /// The null object.
  case null
  /// A boolean object.
  case boolean(Bool)
  /// An integer object.
  case integer(Int)
  /// A real object, as it is spelt.
  case real(String)
  /// A string of bytes.
  case string([UInt8])
  /// A name object with its solidus.
  case name(String)
  /// An array object.
  case array([PDFValue])
  /// A dictionary object by its keys, which have their solidus.
  case dictionary([String: PDFValue])
  /// A stream by its dictionary; its data are asked for apart.
  case stream([String: PDFValue])
  /// A reference to another object.
  case reference(PDFReference)

  /// The entries of a dictionary or a stream.
  public var entries: [String: PDFValue]? {
    switch self {
    case .dictionary(let entries), .stream(let entries): entries
    default: nil
    }
  }

  /// The elements of an array.
  public var elements: [PDFValue]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  /// The whole number that it is.
  public var integer: Int? {
    if case .integer(let number) = self { number } else { nil }
  }

  /// The number that it is.
  public var number: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .real(let text): Double(text)
    default: nil
    }
  }

  /// The name that it is.
  public var name: String? {
    if case .name(let name) = self { name } else { nil }
  }

  /// The bytes of the string that it is.
  public var string: [UInt8]? {
    if case .string(let bytes) = self { bytes } else { nil }
  }

  /// The object that it leads to.
  public var reference: PDFReference? {
    if case .reference(let reference) = self { reference } else { nil }
  }
}

/// The number of an object and its generation (ISO 32000-1 §7.3.10).
public struct PDFReference: Sendable, Hashable {
  /// The object number.
  public var number: Int
  /// The generation, nearly always 0.
  public var generation: Int

  /// Creates a reference.
  public init(number: Int, generation: Int = 0) {
    self.number = number
    self.generation = generation
  }
}
