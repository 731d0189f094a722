/// The font families as the screen knows them, 宋体 黑体 楷体 仿宋; a theme may set its own after them.
let familyRules = """
  :root {
    --song: "Songti SC", "SimSun", "Noto Serif CJK SC", "Source Han Serif SC", serif;
    --hei: "PingFang SC", "Microsoft YaHei", "SimHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif;
    --kai: "Kaiti SC", "KaiTi", "LXGW WenKai", "AR PL UKai CN", var(--song);
    --fang: "FangSong", "STFangsong", var(--kai);
  }

  """

/// The rules that a document needs to be read at all, whatever its form and theme.
let structureRules = """
  .sheet { box-sizing: border-box; margin: 0 auto; background: #fff; color: #000; \
  line-break: strict; overflow-wrap: anywhere; text-autospace: normal; }
  .sheet p, .sheet h1, .sheet h2, .sheet h3, .sheet h4, .sheet h5, .sheet h6 { margin: 0; }
  .sheet img { max-width: 100%; height: auto; }
  .sheet figure { margin: 1em 0; text-align: center; break-inside: avoid; }
  .sheet a { color: inherit; }
  .sheet pre { white-space: pre-wrap; }
  .sheet h1, .sheet h2, .sheet h3, .sheet h4, .sheet h5, .sheet h6 { break-after: avoid; }
  .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); \
  white-space: nowrap; }
  .sheet li p, .sheet .callout p, .sheet .line, .sheet .centre, .sheet .right { text-indent: 0; }
  .sheet .centre { text-align: center; }
  .sheet .right { text-align: right; }
  .fill { display: inline-block; max-width: 100%; padding: 0 0.25em; box-sizing: border-box; \
  border-bottom: 0.2mm solid; line-height: 1.3; min-height: 1.3em; text-align: center; text-indent: 0; \
  vertical-align: baseline; }
  .sheet p:not(.centre):not(.right):has(.fill) { text-align: left; }
  .tied { white-space: nowrap; }
  .tied .fill { max-width: calc(100% - 2em); white-space: normal; }
  .fill.run { display: inline; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
  .fill:empty::before { content: "\\200b"; }
  .stamp { position: relative; }
  .sheet .fields p, .sheet .signatures p { text-indent: 0; text-align: left; }
  .sheet .fields p { display: flex; justify-content: space-between; flex-wrap: wrap; column-gap: 1em; }
  .signatures { break-inside: avoid; }
  .sheet .signatures p { display: grid; grid-auto-flow: column; grid-auto-columns: minmax(0, 1fr); \
  column-gap: 2em; }
  .table { position: relative; max-width: 100%; }
  .masthead + .table, .fields + .table { margin-top: 1.5mm; }
  .table + .signatures, .table + p { margin-top: 2mm; }
  .sheet table { width: 100%; border-collapse: collapse; }
  .sheet table.shared { table-layout: fixed; }
  .sheet tbody th, .sheet tfoot th { text-align: left; }
  .sheet .c, .sheet thead th, .sheet .closing td { text-align: center; }
  .sheet .e { text-align: right; font-variant-numeric: tabular-nums; }
  .sheet .struck { background: linear-gradient(to bottom right, transparent calc(50% - 0.1mm), currentColor 0, \
  currentColor calc(50% + 0.1mm), transparent 0); print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .sheet tr { break-inside: avoid; }
  .sheet thead th { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .sheet thead { display: table-header-group; }
  .sheet tfoot { display: table-row-group; }
  .sheet .callout { margin: 0.8em 0; padding: 0.5em 1em; border-left: 1mm solid; break-inside: avoid; }
  .sheet .callout-title { font-weight: bold; }
  .contents ol { padding: 0; list-style: none; }
  .contents .level-3 { padding-left: 2em; }
  .tasks { padding-left: 1.5em; list-style: none; }
  .sheet .machine-mark { display: flex; align-items: center; gap: 3mm; margin-top: 4mm; \
  font: 8pt var(--song); }
  .sheet .machine-mark svg { width: 9mm; height: 9mm; }
  .footnotes { margin-top: 1.5em; border-top: 0.2mm solid; }
  .footnote-mark { line-height: 0; }
  .page-break { break-after: page; }

  """
