import PDF
import Pages

/// What a press asks of the writer of its file, which may work here or on a thread of its own.
protocol PageWriting {
  /// How many pages have been handed over.
  var pageCount: Int { get }

  /// Begins another document in the same file.
  func begin(title: String?)
  /// Writes a page of the current document.
  func add(_ page: Page) throws(PDFFailure)
  /// Writes more onto a page, counted from 0 in the file.
  func addFurniture(_ furniture: PageFurniture, toPage index: Int) throws(PDFFailure)
  /// Adds the headings of the document that begins on page `firstPage`, counted from 0.
  func addOutline(_ entries: [OutlineEntry], firstPage: Int) throws(PDFFailure)
  /// Puts a further piece into the record that the file carries.
  func embed(_ piece: [UInt8]) throws(PDFFailure)
  /// Waits until all that was handed over is written, and throws if any of it could not be or breaks a rule.
  func settle() throws(PDFFailure)
  /// Ends the file.
  func finish() throws(PDFFailure)
}

extension PDFWriter: PageWriting {}
