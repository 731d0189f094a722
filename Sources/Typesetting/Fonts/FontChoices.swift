import Pages
import Styling

/// Which installed faces stand for each family and weight, in the order in which they are tried.
struct FontChoices {
  /// A family at a weight.
  struct Key: Hashable {
    var family: FontFamily
    var weight: FontWeight
  }

  /// The chosen faces by their number: places in the index.
  private(set) var faces: [Int] = []
  private var chains: [Key: [FontID]] = [:]
  private var fallback: [FontWeight: [FontID]] = [:]
  private var ofCandidates: [FontWeight: [FontCandidate: FontID]] = [:]

  /// Chooses the faces of `plan` among those of `index`; their numbers depend on nothing else.
  init(plan: FontPlan, index: FontIndex) {
    let families = plan.families.sorted { $0.key.name < $1.key.name }
    for weight in FontWeight.allCases {
      for (family, candidates) in families {
        chains[Key(family: family, weight: weight)] = fonts(candidates, weight, index)
      }
      fallback[weight] = fonts(plan.fallback, weight, index)
    }
    for (key, own) in chains {
      chains[key] = own + (fallback[key.weight] ?? []).filter { !own.contains($0) }
    }
  }

  /// Returns the faces of `family` and then those of the fallback list, each once.
  func chain(of family: FontFamily, weight: FontWeight) -> [FontID] {
    chains[Key(family: family, weight: weight)] ?? fallback[weight] ?? []
  }

  /// Returns the face that stands for `candidate` of the plan.
  func font(of candidate: FontCandidate, weight: FontWeight) -> FontID? {
    ofCandidates[weight]?[candidate]
  }

  private mutating func fonts(
    _ candidates: [FontCandidate],
    _ weight: FontWeight,
    _ index: FontIndex
  ) -> [FontID] {
    var chosen: [FontID] = []
    for candidate in candidates {
      guard let place = index.face(of: candidate, weight: weight) else { continue }
      let font = number(of: place)
      ofCandidates[weight, default: [:]][candidate] = font
      if !chosen.contains(font) { chosen.append(font) }
    }
    return chosen
  }

  private mutating func number(of place: Int) -> FontID {
    if let known = faces.firstIndex(of: place) { return FontID(index: known) }
    faces.append(place)
    return FontID(index: faces.count - 1)
  }
}

extension FontIndex {
  /// Returns the best face of `candidate` that may be embedded; without a bold face the regular one.
  func face(of candidate: FontCandidate, weight: FontWeight) -> Int? {
    let wanted = faces(named: candidate.names(at: weight), weight: weight)
    let regular = weight == .bold ? faces(named: candidate.names, weight: weight) : []
    return (wanted + regular).first { records[$0].licenceObstacle == nil }
  }
}
