import Styling
import YAML

/// Reads how lines are composed (`prohibition, marks, compress, trimStart, gap, hang`) over a base.
func readComposition(_ map: inout YAMLMapping, over base: LineComposition) -> LineComposition {
  var composition = base
  if let level = map.choice("prohibition", of: levels) { composition.prohibition = level }
  if let width = map.choice("marks", of: widths) { composition.markWidth = width }
  if let compresses = map.flag("compress") { composition.compressesAdjacentMarks = compresses }
  if let trims = map.flag("trimStart") { composition.trimsLineStart = trims }
  if let gap = map.choice("gap", of: gaps) { composition.scriptGap = gap }
  if let hangs = map.flag("hang") { composition.hangsMarks = hangs }
  return composition
}

private let levels: KeyValuePairs<String, ProhibitionLevel> = [
  "none": .none, "basic": .basic, "gb": .gb, "strict": .strict,
]

private let widths: KeyValuePairs<String, MarkWidth> = [
  "全角": .full, "开明": .kaiming, "半角": .half, "行末半角": .halfAtLineEnd,
]

private let gaps: KeyValuePairs<String, ScriptGap> = [
  "elastic": .elastic, "fixed": .fixed, "none": .none,
]
