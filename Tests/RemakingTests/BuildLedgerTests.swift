import Remaking
import TestSupport
import Testing

@Suite struct BuildLedgerTests {
  private let stamp = FileStamp(size: 12, node: 34, modified: 56, changed: 78)

  private func ledger() -> BuildLedger {
    var ledger = BuildLedger()
    ledger.inputs["a/甲 乙.md"] = .init(stamp: stamp, digest: "ab")
    ledger.inputs["new"] = .init(stamp: nil, digest: "cd")
    ledger.steps["portal"] = .init(
      recipe: "ef",
      outputs: ["index.html": stamp, "guides/a.html": stamp],
      facts: "{\"a\":\t1}\r\n\\n",
      complaints: ["错误：第一行\n第二行", ""]
    )
    ledger.steps["empty"] = .init(recipe: "")
    return ledger
  }

  @Test func aLedgerIsReadAsItWasWritten() {
    #expect(BuildLedger(ledger().text) == ledger())
    #expect(BuildLedger(BuildLedger().text) == BuildLedger())
  }

  @Test func aLedgerIsWrittenLikeThis() {
    #expect(
      ledger().text == """
        mingce-build/1
        input\ta/甲 乙.md\t12,34,56,78\tab
        input\tnew\t\tcd
        step\tempty\t\t
        step\tportal\tef\t{"a":\\t1}\\r\\n\\\\n
        complaint\t错误：第一行\\n第二行
        complaint\t
        output\tguides/a.html\t12,34,56,78
        output\tindex.html\t12,34,56,78
        end

        """
    )
  }

  /// A ledger that was cut short or spoilt is none; nothing is believed of it.
  @Test func halfALedgerIsNone() {
    let text = ledger().text
    for length in 0..<text.count - 1 {
      #expect(BuildLedger(String(text.prefix(length))) == nil, "\(length)")
    }
    #expect(BuildLedger(text.replacing("/1", with: "/2")) == nil)
    #expect(BuildLedger(text.replacing("12,34", with: "12;34")) != ledger())
  }

  @Test func noBytesMakeTheReaderCrash() {
    var random = SeededGenerator(seed: 4)
    let text = Array(ledger().text.utf8)
    for _ in 0..<2000 {
      var bytes = text
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(
          in: 0...255,
          using: &random
        )
      }
      _ = BuildLedger(String(decoding: bytes, as: UTF8.self))
    }
  }
}

@Suite struct RecipeTests {
  @Test func everyIngredientAndItsNameCount() {
    let recipe = Recipe(["a": "1", "b": "2"])
    #expect(recipe.digest == Recipe(["b": "2", "a": "1"]).digest)
    for other in [["a": "1"], ["a": "2", "b": "1"], ["a": "12", "b": ""], ["a": "1", "c": "2"]] {
      #expect(Recipe(other).digest != recipe.digest)
    }
  }

  @Test func namesAndValuesCannotRunTogether() {
    #expect(Recipe(["a": "1,1:b,1:2"]).digest != Recipe(["a": "1", "b": "2"]).digest)
  }
}
