import Geometry
import Styling

/// Returns how the watermark lies under a sheet; nothing when there is none.
func watermarkRules(for style: PageStyle) -> String {
  guard let words = style.watermark, !words.isEmpty else { return "" }
  let degrees = style.paper.width > style.paper.height ? 30 : 45
  return """
    .sheet { position: relative; isolation: isolate; }
    .sheet::before { content: \(cssString(words)); position: absolute; inset: 0; z-index: -1; \
    display: flex; align-items: center; justify-content: center; overflow: hidden; \
    font: 96pt var(--hei); white-space: nowrap; color: #dedede; transform: rotate(-\(degrees)deg); \
    pointer-events: none; }
    @media print { .sheet::before { position: fixed; } }

    """
}
