import Diagnostics
import Geometry
import Styling
import YAML

extension FormReader {
  /// Reads whether and how the form prints the machine mark, which needs room below the footer and beside the text.
  mutating func readMachineMark(on style: PageStyle) -> MachineMarkKind? {
    guard let node = map.node("machineMark") else { return nil }
    let kinds: KeyValuePairs<String, MachineMarkKind> = ["text": .line, "qr": .code]
    guard let kind = map.choice("machineMark", of: kinds) else { return nil }
    guard style.footerBaseline >= .mm(9), style.margins.bottom >= .mm(9) else {
      return map.refuse(
        "machineMark",
        node,
        expected: "下边距和 footerBaseline 至少 9 毫米，机读标记印在页脚下面"
      )
    }
    guard kind == .line || style.margins.left >= .mm(15) else {
      return map.refuse("machineMark", node, expected: "二维码印在左边距里，左边距至少 15 毫米")
    }
    return kind
  }
}
