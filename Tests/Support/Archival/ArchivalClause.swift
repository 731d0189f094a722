/// A clause of PDF/A-3a (ISO 19005-3, `A`) or PDF/UA-1 (ISO 14289-1, `UA`) that the judge knows, by number and promise.
package enum ArchivalClause: String, CaseIterable, Sendable {
  // The file.
  case header = "A 6.1.2: the file begins with %PDF-1.n and a comment of four bytes above 127"
  case identifier = "A 6.1.3: the trailer has an ID of two strings"
  case openness = "A 6.1.3: the file is not encrypted"
  case end = "A 6.1.3: nothing but one end of line follows the last %%EOF"
  case crossReference = "A 6.1.4: every entry of the cross-reference finds its object"
  case streamLength = "A 6.1.7.1: the Length of a stream is the number of its bytes"
  case streamKeys = "A 6.1.7.1: no stream has its data in another file"
  case filters = "A 6.1.7.2: no filter but those of ISO 32000-1, and neither LZWDecode nor Crypt"
  case limits = "A 6.1.13: strings, names, nesting and pages keep to the limits"
  // Graphics and fonts.
  case resources = "A 6.2.2: a page names its resources, and has what its content names"
  case operators =
    "A 6.2.2: content has no operators but those of ISO 32000-1, and closes what it opens"
  case outputIntent =
    "A 6.2.3: an output intent has a profile, which is of the colour space it says"
  case colours = "A 6.2.4.3: device colours are those of the output intent"
  case glyphNumbers = "A 6.2.11.3.2: a TrueType font of CIDs maps them to its glyphs"
  case encoding = "A 6.2.11.3.3: the codes of a composite font are Identity-H or an embedded CMap"
  case embedding = "A 6.2.11.4.1: every font is embedded"
  case glyphs = "A 6.2.11.4.1: a font's program has every glyph that is shown"
  case widths = "A 6.2.11.5: the widths of the dictionary are those of the program"
  case texts = "A 6.2.11.7.2: every code that is shown has a text"
  case privateUse = "A 6.2.11.7.3: what is private to a font has its real text beside it"
  case missingGlyph = "A 6.2.11.8: the glyph of missing characters is not shown"
  // Annotations and actions.
  case annotationFlags = "A 6.3.2: an annotation is printed and never hidden"
  case actions = "A 6.5.1: actions lead to places and addresses, and run nothing"
  case tabOrder = "UA 7.18.3: a page with annotations is walked through by its structure"
  case linkWords = "UA 7.18.5: a link says in words where it leads"
  case linkElement = "UA 7.18.5: a link stands in an element of its own kind"
  // Metadata.
  case packet = "A 6.6.2.1: the catalogue has a well-formed packet of metadata"
  case extensionSchema = "A 6.6.2.3: properties that the standard does not know are described"
  case agreement = "A 6.6.3: the information dictionary says what the packet says"
  case identification = "A 6.6.4: the packet claims part 3, level A"
  case accessibleIdentification = "UA 5: the packet claims part 1"
  case title = "UA 7.1: the document has a title"
  case titleShown = "UA 7.1: windows show the title"
  // Files inside the file.
  case embeddedType = "A 6.8: an embedded file says what type it is of"
  case embeddedDate = "A 6.8: an embedded file says when it was changed"
  case embeddedName = "A 6.8: an embedded file has its name in F and in UF"
  case relationship = "A 6.8: an embedded file says what it is to the document"
  case association = "A 6.8: an embedded file is associated with the document or a part of it"
  // Logical structure.
  case marked = "A 6.7.2.2: the file says that it is marked"
  case structure = "A 6.7.3.3: the elements are a tree, each with its parent"
  case structureTypes = "A 6.7.3.4: the types of elements are known"
  case language = "A 6.7.4, UA 7.2: the language is given and not empty"
  case tagged = "UA 7.1: whatever is painted is content or an artifact"
  case separation = "UA 7.1: content and artifacts do not stand in one another"
  case ownership =
    "UA 7.1: every piece of content belongs to one element, which the parent tree names"
  case nesting = "UA 7.2: tables, lists and contents are made of their own parts"
  case captions = "UA 7.2: a table has one caption at most, first or last"
  case grid = "UA 7.2: the cells of a table tile it"
  case figures = "UA 7.3: a figure has words"
  case headings = "UA 7.4.2: headings begin at 1 and leave out no depth"
  case headers = "UA 7.5: a header cell says what it heads"
  case notes = "UA 7.9: a note has a name of its own"
}

/// A place where a file breaks a clause.
package struct Breach: Hashable, CustomStringConvertible {
  package let clause: ArchivalClause
  /// What is wrong, and where.
  package let words: String

  init(_ clause: ArchivalClause, _ words: String) {
    self.clause = clause
    self.words = words
  }

  package var description: String { "\(words) (\(clause.rawValue))" }
}
