import Diagnostics
import Glibc

/// The reason behind the C library's last error number.
func systemReason(_ number: Int32) -> Message {
  switch number {
  case ENOENT: "文件或文件夹不存在"
  case EACCES, EPERM: "没有权限"
  case EISDIR: "这是一个文件夹，不是文件"
  case EEXIST: "已有同名的文件"
  case ENOTDIR: "路径中有一级不是文件夹"
  case ENOSPC: "磁盘空间不足"
  case EFBIG: "文件超过系统允许的大小"
  case EROFS: "磁盘是只读的"
  case EDQUOT: "磁盘配额已用完"
  case EMFILE, ENFILE: "打开的文件过多"
  case ENAMETOOLONG: "文件名过长"
  case EPIPE: "接收方已关闭"
  default: unsafe Message(value: String(cString: strerror(number)))
  }
}

/// Writes all of `bytes` to `descriptor`; returns the number of the error that kept it from that.
func writeAll(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) -> Int32? {
  var rest = bytes
  while !rest.isEmpty {
    let written = unsafe rest.withUnsafeBytes { bytes in
      unsafe write(descriptor, bytes.baseAddress, bytes.count)
    }
    if written < 0 {
      if errno == EINTR { continue }
      return errno
    }
    rest = rest.dropFirst(written)
  }
  return nil
}
