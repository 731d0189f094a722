import Calendar
import Forms
import JSON
import PDF
import Records

/// What is around the records of the documents of one file: the form, the place, the day and the number.
///
/// The whole is one object of canonical JSON: `asOf`, `documents`, `form`, `number` and `profile`.
struct RecordEnvelope {
  private let run: FormRun
  private var isEmpty = true

  init(of run: FormRun) {
    self.run = run
  }

  /// What stands before the next document.
  mutating func separator() -> [UInt8] {
    defer { isEmpty = false }
    return isEmpty ? begin() : [UInt8(ascii: ",")]
  }

  /// What stands before the first document.
  func begin() -> [UInt8] {
    var head = [UInt8]("{".utf8)
    head.append(member: "asOf", run.file.batch.asOf.description)
    return head + #","documents":["#.utf8
  }

  /// What stands behind the last document.
  func end() -> [UInt8] {
    var end = [UInt8]("],".utf8)
    end.append(member: "form", run.form.name)
    if let number = run.selection.facts.number {
      end.append(UInt8(ascii: ","))
      end.append(member: "number", number)
    }
    end.append(UInt8(ascii: ","))
    end.append(member: "profile", run.file.batch.profile.rawValue)
    return end + "}".utf8
  }
}

extension FormRun {
  /// What a file with documents of the run says about itself.
  var metadata: PDFMetadata {
    PDFMetadata(
      title: title,
      form: FormFacts(name: form.name, edition: form.edition, number: selection.facts.number),
      date: file.batch.asOf
    )
  }
}

extension [UInt8] {
  fileprivate mutating func append(member name: String, _ value: String) {
    append(canonicalString: name)
    append(UInt8(ascii: ":"))
    append(canonicalString: value)
  }
}
