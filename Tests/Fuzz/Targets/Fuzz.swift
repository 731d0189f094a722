import Glibc

/// The readers that are fuzzed; the first argument names one, the others are libFuzzer's.
@main
enum Fuzz {
  /// Gives the bytes to the reader that was asked for; it is set before libFuzzer's one thread starts.
  nonisolated(unsafe) fileprivate static var reader: ([UInt8]) -> Void = { _ in }

  static func main() {
    let readers: [String: ([UInt8]) -> Void] = [
      "json": readJSON, "plain": comparePlainReading, "csv": readText, "xlsx": readWorkbook,
      "pdf": judgeFile, "cms": readSignature, "artwork": readPicture,
    ]
    guard CommandLine.arguments.count > 1, let chosen = readers[CommandLine.arguments[1]] else {
      print("用法：fuzz json|plain|csv|xlsx|pdf|cms|artwork [libFuzzer 选项] [语料文件夹]")
      exit(64)
    }
    unsafe reader = chosen
    let words = [CommandLine.arguments[0]] + CommandLine.arguments.dropFirst(2)
    var arguments = unsafe words.map { unsafe strdup($0) } + [nil]
    var count = Int32(arguments.count - 1)
    unsafe arguments.withUnsafeMutableBufferPointer { buffer in
      var start = unsafe buffer.baseAddress
      _ = unsafe runDriver(&count, &start, takeOneInput)
    }
  }
}

/// libFuzzer's own loop, for programs that have a main function of their own (llvm.org/docs/LibFuzzer.html).
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<Int32>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

/// Takes one input; the linker asks for the name though the driver is given the function.
@_cdecl("LLVMFuzzerTestOneInput")
public func takeOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  unsafe Fuzz.reader(bytes)
  return 0
}
