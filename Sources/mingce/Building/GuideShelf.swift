import Diagnostics
import Site

/// The guides that the steps of one build share, once one of them has opened them.
final class GuideShelf {
  /// The guides and what is wrong with them.
  var opened: (guides: [Guide], diagnostics: [Diagnostic])?
}
