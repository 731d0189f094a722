import Testing

@testable import mingce

@Test(arguments: [
  ("a/b", "a"), ("/a/b/c.pdf", "/a/b"), ("a/b/", "a"), ("a//b", "a"), ("/a", "/"), ("/", ""),
  ("名", ""), ("夹/名", "夹"), ("", ""),
])
func aFolderIsNamedWithoutASlashBehindIt(_ path: String, _ folder: String) {
  #expect(parentFolder(of: path) == folder)
}
