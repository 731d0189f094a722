import Diagnostics
import JSON

extension RecordReader {
  private static let attachmentKeys: KnownKeys = [
    .kind, .name, .required, .uploaded, .file, .sha256, .pages, .uploadedAt,
  ]
  /// How many pages a paper may have; no hall takes a book.
  private static let pageCounts = 0...99_999

  /// Reads the attachments of an employer or a filing; one that cannot be understood is told and left out.
  mutating func attachments(in object: Int) -> [Attachment] {
    var attachments: [Attachment] = []
    for item in elements(.attachments, "附件", in: object) {
      guard tree.kind(of: item) == .object else {
        wrongType("附件", item, expected: "对象 { … }")
        continue
      }
      close(item, knows: Self.attachmentKeys)
      let kind = text(.kind, "附件种类", in: item, .required)
      let isRequired = flag(.required, "是否必填", in: item)
      let isUploaded = flag(.uploaded, "是否已上传", in: item)
      let pages = integer(.pages, "附件页数", in: item, within: Self.pageCounts)
      let file = text(.file, "附件的文件名", in: item)
      guard let kind else { continue }
      attachments.append(
        Attachment(
          kind: kind,
          isRequired: isRequired,
          isUploaded: isUploaded,
          pages: pages,
          file: file
        )
      )
    }
    return attachments
  }
}
