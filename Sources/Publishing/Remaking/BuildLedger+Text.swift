/// The ledger as a text file: a line an entry, its parts separated by tabs, the files of a step behind it.
///
/// It is written by hand because a portal of some thousand pages has ten thousand entries, which `JSONDecoder` takes
/// longer to read than a build without changes may last.
extension BuildLedger {
  private static let head = "mingce-build/1"

  /// The ledger as text; the same ledger gives the same text.
  public var text: String {
    var text = BuildLedger.head + "\n"
    for (path, input) in inputs.sorted(by: { $0.key < $1.key }) {
      text += "input\t\(escaped(path))\t\(input.stamp?.text ?? "")\t\(input.digest)\n"
    }
    for (name, step) in steps.sorted(by: { $0.key < $1.key }) {
      text += "step\t\(escaped(name))\t\(step.recipe)\t\(escaped(step.facts))\n"
      for line in step.complaints { text += "complaint\t\(escaped(line))\n" }
      for (path, stamp) in step.outputs.sorted(by: { $0.key < $1.key }) {
        text += "output\t\(escaped(path))\t\(stamp.text)\n"
      }
    }
    return text + "end\n"
  }

  /// Reads a ledger; nothing when `text` is not one that this program wrote whole, and then everything is made anew.
  public init?(_ text: String) {
    var lines = text.utf8.split(separator: UInt8(ascii: "\n"))[...]
    guard lines.popFirst().map(Substring.init) == Substring(BuildLedger.head),
      lines.popLast().map(Substring.init) == "end"
    else { return nil }
    self.init()
    var reader = StepReader()
    for line in lines {
      let parts = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map(Substring.init)
      switch (parts[0], parts.count) {
      case ("input", 4):
        let input = Input(stamp: FileStamp(parts[2]), digest: String(parts[3]))
        inputs[unescaped(parts[1])] = input
      case ("step", 4):
        reader.end(in: &self)
        reader.name = unescaped(parts[1])
        reader.step = Step(recipe: String(parts[2]), facts: unescaped(parts[3]))
      case ("complaint", 2): reader.step.complaints.append(unescaped(parts[1]))
      case ("output", 3):
        guard let stamp = FileStamp(parts[2]) else { return nil }
        reader.step.outputs[unescaped(parts[1])] = stamp
      default: return nil
      }
    }
    reader.end(in: &self)
  }

  /// The step whose lines are being read.
  private struct StepReader {
    var name: String?
    var step = Step(recipe: "")

    func end(in ledger: inout BuildLedger) {
      if let name { ledger.steps[name] = step }
    }
  }
}

/// Returns `text` without tabs and line ends, which separate.
private func escaped(_ text: String) -> String {
  guard text.utf8.contains(where: { $0 == 0x5C || $0 < 0x20 }) else { return text }
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\\": result += "\\\\"
    case "\t": result += "\\t"
    case "\r": result += "\\r"
    case "\n": result += "\\n"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}

/// Returns what `escaped` made `text` of.
private func unescaped(_ text: Substring) -> String {
  guard text.utf8.contains(0x5C) else { return String(text) }
  var result = ""
  var isEscape = false
  for scalar in text.unicodeScalars {
    if isEscape {
      let mark: Unicode.Scalar =
        switch scalar {
        case "t": "\t"
        case "r": "\r"
        case "n": "\n"
        default: scalar
        }
      result.unicodeScalars.append(mark)
      isEscape = false
    } else if scalar == "\\" {
      isEscape = true
    } else {
      result.unicodeScalars.append(scalar)
    }
  }
  return result
}
