import Diagnostics
import Digests
import DocumentTree
import Forms
import SquareCodes

extension FormRun {
  /// Returns `bound` with its machine mark, where the form asks for one.
  ///
  /// A roster with a number shows the check code that the ledger knows. Everything else shows the first 16 digits of
  /// the SHA-256 digest of the record that a file of this document alone carries, whether or not the file carries it.
  func marked(_ bound: BoundForm) throws(IssuingFailure) -> BoundForm {
    guard let kind = form.machineMark else { return bound }
    let facts = selection.facts
    let check = try checkCode(of: bound)
    let number = facts.number.map { "名册编号：\($0)\u{3000}" } ?? ""
    var mark = MachineMark(text: "\(number)校验码：\(check)\u{3000}第\(form.edition)版")
    if kind == .code {
      mark.code = squareCode(
        of: [facts.number, check, form.edition].compactMap(\.self).joined(separator: " ")
      )
    }
    var marked = bound
    marked.document.mark = mark
    return marked
  }

  /// Returns the 16 digits by which a document is told from others, as its machine mark shows them.
  func checkCode(of bound: BoundForm) throws(IssuingFailure) -> String {
    if let known = selection.facts.check { known } else { try digest(of: bound) }
  }

  private func digest(of bound: BoundForm) throws(IssuingFailure) -> String {
    let (hash, envelope) = (SHA256(), RecordEnvelope(of: self))
    hash.combine(envelope.begin())
    do throws(RowSource.Failure) {
      try bound.record.write(of: bound.document) { piece in
        hash.combine(piece)
        return true
      }
    } catch {
      throw .document([error.diagnostic])
    }
    hash.combine(envelope.end())
    return hash.finish().short
  }
}
