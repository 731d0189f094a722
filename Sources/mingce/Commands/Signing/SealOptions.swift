import ArgumentParser
import Diagnostics
import Pages
import Signing

/// Which seal is put on documents as they are signed, and who does it.
struct SealOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("盖在签名处的印章（mingce seal list 的编号）；单位边打印边签，或者签已保存的名册时用。", valueName: "编号")
  )
  var seal: String?

  @Option(help: ArgumentHelp("姓名，用印的人，要先用 mingce seal authorise 授权。", valueName: "姓名"))
  var person: String?

  @Flag(help: "同时盖骑缝章：每十页以内合成一枚，印在各页右边。")
  var crossPage = false

  @Flag(help: "骑缝章按双面打印排：每十张以内合成一枚，只印在各张的正面（单数页）。")
  var duplex = false

  /// Where slices of the seal stand.
  var seam: SealSlices.Sides? { crossPage ? (duplex ? .both : .one) : nil }

  /// Refuses what does not go together.
  func check(role: SigningRole, form: String?) throws(CommandFailure) {
    guard crossPage || !duplex else { throw .usage("--duplex 要和 --cross-page 一起写") }
    guard seal != nil else {
      guard person == nil, !crossPage else { throw .usage("--person、--cross-page 要和 --seal 一起写") }
      return
    }
    guard person != nil else { throw .usage("用印章时要用 --person 写明用印的人") }
    guard role == .employer else { throw .usage("印章由单位盖，请写 --as employer") }
  }
}
