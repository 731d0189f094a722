import Diagnostics
import Pages
import Styling

extension FontLibrary {
  /// What `mingce doctor` says of every family, weight and fallback candidate; asking opens the chosen faces.
  public var findings: [FontFinding] {
    let families = plan.families.sorted { $0.key.name < $1.key.name }
    let ofFamilies = families.flatMap { family, candidates in
      FontWeight.allCases.flatMap { findings(of: family, $0, candidates) }
    }
    let ofFallback = plan.fallback.flatMap(findings(ofFallback:))
    let ofFiles = index.unreadable.map { path in
      FontFinding(.unusable, .note, file: path, message: "\(path) 不是字体文件，或不能读取")
    }
    return ofFamilies + ofFallback + ofFiles
  }

  /// Returns what is to be said of `family` at `weight`: obstacles on the way, then the face that is used.
  private func findings(
    of family: FontFamily,
    _ weight: FontWeight,
    _ candidates: [FontCandidate]
  ) -> [FontFinding] {
    var findings: [FontFinding] = []
    for candidate in candidates {
      let (obstacles, used) = look(for: candidate, weight)
      findings += obstacles
      guard let used else { continue }
      findings += self.findings(of: used, family, weight, candidate, amongst: candidates)
      break
    }
    if !findings.contains(where: \.namesFace) {
      findings.append(
        FontFinding(
          .missing,
          .error,
          message: "\(family.name)（\(term: weight.label)）没有可用的字体",
          advice: installAdvice(candidates)
        )
      )
    }
    return findings.map { finding in
      var finding = finding
      finding.family = family
      finding.weight = weight
      return finding
    }
  }

  private func findings(
    of used: FaceRecord,
    _ family: FontFamily,
    _ weight: FontWeight,
    _ candidate: FontCandidate,
    amongst candidates: [FontCandidate]
  ) -> [FontFinding] {
    let label: Message = "\(family.name)（\(term: weight.label)）"
    if let notice = candidate.notice {
      let better = candidates.prefix { $0 != candidate }
      let message: Message = "\(label)用 \(used.fullName)：\(term: notice)"
      let advice = installAdvice(Array(better))
      return [FontFinding(.substituted, .warning, used, message: message, advice: advice)]
    }
    if weight == .bold, used.weight < 600 {
      let message: Message = "\(label)用 \(used.fullName)：没有粗体，用常规字重"
      return [FontFinding(.boldAbsent, .note, used, message: message)]
    }
    return [FontFinding(.found, .note, used, message: "\(label)用 \(used.fullName)")]
  }

  private func findings(ofFallback candidate: FontCandidate) -> [FontFinding] {
    let (obstacles, used) = look(for: candidate, .regular)
    if let used {
      return obstacles + [FontFinding(.found, .note, used, message: "后备字体 \(used.fullName)")]
    }
    guard obstacles.isEmpty else { return obstacles }
    let missing = FontFinding(
      .missing,
      candidate.isOptional ? .note : .warning,
      message: "后备字体 \(candidate.names.first ?? "") 没有安装，生僻字可能缺字",
      advice: installAdvice([candidate])
    )
    return [missing]
  }

  /// Returns the face that stands for `candidate`, and what speaks against faces of its name.
  private func look(
    for candidate: FontCandidate,
    _ weight: FontWeight
  ) -> (obstacles: [FontFinding], used: FaceRecord?) {
    let named = index.faces(named: candidate.names(at: weight), weight: weight)
    let restricted = named.map { index.records[$0] }.compactMap { record in
      record.licenceObstacle.map { FontFinding(.restricted, .warning, record, reason: $0) }
    }
    guard let font = choices.font(of: candidate, weight: weight) else { return (restricted, nil) }
    if case .unusable(let obstacle) = state(of: font) {
      let finding = FontFinding(.unusable, .warning, record(font), reason: obstacle.reason)
      return (restricted + [finding], nil)
    }
    return (restricted, record(font))
  }

  private func installAdvice(_ candidates: [FontCandidate]) -> Message? {
    let packages = candidates.compactMap(\.package).map { Message(value: $0) }
    return packages.isEmpty ? nil : "可执行 sudo apt install \(packages.joined(separator: " 或 "))"
  }
}

extension FontFinding {
  /// Whether the finding tells which face is used.
  fileprivate var namesFace: Bool { [.found, .substituted, .boldAbsent].contains(kind) }

  fileprivate init(
    _ kind: Kind,
    _ severity: Severity,
    _ record: FaceRecord,
    message: Message,
    advice: Message? = nil
  ) {
    self.init(
      kind,
      severity,
      face: record.fullName,
      file: record.file,
      faceIndex: record.index,
      message: message,
      advice: advice
    )
  }

  fileprivate init(_ kind: Kind, _ severity: Severity, _ record: FaceRecord, reason: String) {
    self.init(kind, severity, record, message: "\(record.fullName) 不能采用：\(term: reason)")
  }
}

extension FontWeight {
  /// The Chinese word that reports print.
  fileprivate var label: String {
    switch self {
    case .regular: "常规"
    case .bold: "粗体"
    }
  }
}
