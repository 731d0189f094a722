import JSON

extension RecordReader {
  /// Returns what can be read, as it is written, of a filing that is refused.
  func sketch() -> RowSketch {
    let (person, contract) = (tree.member(.employee, of: 0), tree.member(.contract, of: 0))
    return RowSketch(
      idNumber: written(.idNumber, of: person),
      sex: written(.sex, of: person),
      startDate: written(.startDate, of: contract),
      endDate: written(.endDate, of: contract)
    )
  }

  private func written(_ name: RecordKey, of object: Int?) -> String? {
    guard let object, tree.kind(of: object) == .object,
      let value = tree.member(name, of: object), tree.kind(of: value) == .string
    else { return nil }
    let text = tree.text(of: value)
    return text.isBlank || text.utf8.count > 100 ? nil : text
  }
}
