/// Returns a page of the portal as the preview shows it: with the script that waits for the next edition, and a policy that
/// lets this script ask its own server.
///
/// The files themselves stay as `mingce build` makes them.
func previewed(_ page: [UInt8], edition: Int) -> [UInt8] {
  var html = String(decoding: page, as: UTF8.self)
  let policy = "http-equiv=\"Content-Security-Policy\" content=\""
  if let place = html.firstRange(of: policy) {
    html.insert(contentsOf: "connect-src 'self'; ", at: place.upperBound)
  }
  let marks = """
    <link rel="stylesheet" href="\(PreviewRequest.ownFolder)preview.css">
    <script src="\(PreviewRequest.ownFolder)preview.js" data-edition="\(edition)" defer></script>

    """
  let end = html.firstRange(of: "</head>")?.lowerBound ?? html.startIndex
  html.insert(contentsOf: marks, at: end)
  return Array(html.utf8)
}
