import Diagnostics

/// Returns the end of a sentence about a name that nobody knows: a question for the nearest of `names`, or a full stop.
func nearName(to name: String, in names: [String]) -> Message {
  closestName(to: name, in: names).map { "，是否要写“\($0)”？" } ?? "。"
}
