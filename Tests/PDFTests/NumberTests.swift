import Geometry
import TestSupport
import Testing

@testable import PDF

@Suite struct NumberTests {
  @Test(
    "a number is written in its shortest form",
    arguments: [
      (0, "0"), (1, "0.001"), (10, "0.01"), (100, "0.1"), (1000, "1"), (1001, "1.001"),
      (1010, "1.01"), (10_500, "10.5"), (-1, "-0.001"), (-500, "-0.5"), (-1500, "-1.5"),
      (-2000, "-2"), (841_890, "841.89"), (14_400_000, "14400"),
    ]
  )
  func shortest(thousandths: Int, text: String) {
    var buffer = ByteBuffer()
    buffer.append(Number(thousandths: thousandths))
    #expect(String(decoding: buffer.bytes, as: UTF8.self) == text)
  }

  @Test(
    "a length is rounded to the nearest thousandth of a point",
    arguments: [
      (Length.mm(210), 595_276), (.mm(297), 841_890), (.pt(72), 72_000), (.pt(10.5), 10_500),
      (.pt(0.0004), 0), (.pt(0.0006), 1), (.pt(-0.0006), -1), (.pt(-0.0004), 0),
      (.mm(-210), -595_276),
      (Length(nanometres: 25_400_000), 72_000), (.zero, 0),
    ]
  )
  func lengths(length: Length, thousandths: Int) {
    #expect(Number(length).thousandths == thousandths)
  }

  @Test("whole-number rounding is right everywhere, not only on the table")
  func rounding() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<10_000 {
      let nanometres = Int.random(in: -10_000_000_000...10_000_000_000, using: &random)
      // 3175 n' is within half a step of 9 n.
      let off = Number(Length(nanometres: nanometres)).thousandths * 3175 - nanometres * 9
      #expect(abs(off) * 2 <= 3175, "seed 7, \(nanometres) nm")
    }
  }

  @Test("a measured value keeps three decimals")
  func measured() {
    #expect(Number(569.8242).thousandths == 569_824)
    #expect(Number(-0.0004).thousandths == 0)
  }

  @Test(
    "an integer is written in decimal digits",
    arguments: [
      (0, "0"), (7, "7"), (-7, "-7"), (1234567890, "1234567890"), (Int.min, "\(Int.min)"),
    ]
  )
  func integers(value: Int, text: String) {
    var buffer = ByteBuffer()
    buffer.append(value)
    #expect(String(decoding: buffer.bytes, as: UTF8.self) == text)
  }

  @Test("every count of digits is written, in as much room as it takes")
  func digits() {
    var numbers = Array(0...100_000)
    var power = 1
    for _ in 0..<18 {
      power *= 10
      numbers += [power - 1, power, power + 1, power / 2 * 3, power &* 7 + 9]
    }
    numbers += [Int.max, .max - 1, 99_999_999, 100_000_000, 100_000_009, 1_000_000_010_000_001]
    for number in numbers {
      let text = "\(number)"
      let bytes = [UInt8](capacity: text.utf8.count) { $0.append(integer: number) }
      #expect(String(decoding: bytes, as: UTF8.self) == text)
      let roomy = [UInt8](capacity: 64) { room in
        room.append(integer: number)
        room.append(UInt8(ascii: " "))
      }
      #expect(String(decoding: roomy, as: UTF8.self) == text + " ")
    }
  }
}
