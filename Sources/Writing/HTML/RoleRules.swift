import Geometry
import Styling

/// Returns the rules of every text role of `style`, in the order in which the roles are declared.
func roleRules(for style: PageStyle) -> String {
  let page = ".sheet { \(fontDeclarations(of: style[.body]).joined(separator: "; ")); }\n"
  return TextRole.allCases.reduce(into: page) { rules, role in
    guard let selector = selector(of: role) else { return }
    rules += "\(selector) { \(declarations(of: style[role], role: role)) }\n"
  }
}

/// Returns what text of `role` is called in the page; the footer is in the page's margin.
private func selector(of role: TextRole) -> String? {
  switch role {
  case .body: ".sheet p"
  case .title: ".sheet h1"
  case .heading2: ".sheet h2"
  case .heading3: ".sheet h3"
  case .heading4: ".sheet h4, .sheet h5, .sheet h6"
  case .subtitle: ".sheet .subtitle"
  case .fields: ".sheet .fields p"
  case .tableHead: ".sheet thead th, .sheet tbody th"
  case .tableBody: ".sheet td, .sheet tfoot th"
  case .caption: ".sheet caption, .sheet figcaption"
  case .note: ".sheet .note, .sheet .footnotes p, .sheet .footnotes li"
  case .signature: ".sheet .signatures p"
  case .code: ".sheet code, .sheet pre"
  case .contents: ".sheet .contents li"
  case .footer: nil
  }
}

/// Returns the declarations of one role.
private func declarations(of text: TextStyle, role: TextRole) -> String {
  var parts = fontDeclarations(of: text)
  switch role {
  case .tableHead, .tableBody, .fields, .signature, .code, .contents: break
  default:
    parts.append("text-align: \(keyword(of: text.alignment))")
    if text.alignment == .distributed { parts.append("text-align-last: justify") }
    parts.append("text-indent: \(decimal(text.firstLineIndent))em")
  }
  if text.spacing > 0 { parts.append("letter-spacing: \(decimal(text.spacing))em") }
  if text.spaceBefore > .zero { parts.append("margin-top: \(points(text.spaceBefore))") }
  if text.spaceAfter > .zero { parts.append("margin-bottom: \(points(text.spaceAfter))") }
  return parts.joined(separator: "; ") + ";"
}

/// Returns family, weight, size, pitch and colour as declarations.
func fontDeclarations(of text: TextStyle) -> [String] {
  [
    "font-family: \(stack(of: text.family))",
    "font-weight: \(text.weight == .bold ? "bold" : "normal")",
    "font-size: \(points(text.size))",
    "line-height: \(points(text.linePitch))",
    "color: \(text.ink)",
  ]
}

/// Returns `length` in points, as type is measured.
func points(_ length: Length) -> String { "\(decimal(length.points))pt" }

private func stack(of family: FontFamily) -> String {
  switch family {
  case .song: "var(--song)"
  case .hei: "var(--hei)"
  case .kai: "var(--kai)"
  case .fang: "var(--fang)"
  default: "\(cssString(family.name)), var(--song)"
  }
}

private func keyword(of alignment: Alignment) -> String {
  switch alignment {
  case .left: "left"
  case .centre: "center"
  case .right: "right"
  case .justified, .distributed: "justify"
  }
}
