public import Calendar

/// Returns a workbook of one sheet: a row of headings, then `rows`, pulled one by one in flat memory.
///
/// All cells are text, so that long numbers keep every digit and nothing is taken for a formula. `day` is the only time in
/// the file, so the same rows give the same bytes.
public func writeTable(
  named name: String,
  headings: [String],
  widths: [Double] = [],
  rows: some Sequence<[String]>,
  madeOn day: CivilDate
) throws(WorkbookFailure) -> [UInt8] {
  let writer = try WorkbookWriter(madeOn: day, isLarge: true)
  let columns = headings.enumerated().map { index, heading in
    WorkbookColumn([heading], width: widths.indices.contains(index) ? widths[index] : 14)
  }
  try writer.begin(WorkbookSheet(name: name, columns: columns))
  for row in rows { try writer.write(row) }
  return try writer.finish()
}
