import type { RunResult } from '../run/run-schedule.ts'
import { timelinePicture } from './timeline-picture.ts'

const STYLE = `
:root { color-scheme: light dark; --ink: #1c2126; --paper: #fff; --quiet: #6a737d; --good: #2f7d4f; --bad: #b3261e; --up: #cfe6d8; --line: #d5dade }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e9ec; --paper: #15181b; --quiet: #98a1aa; --good: #6cc493; --bad: #f2857d; --up: #234433; --line: #363c42 } }
body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 68rem; margin: 2rem auto; padding: 0 1rem }
h1 { font-size: 1.5rem } h2 { font-size: 1.1rem; margin-top: 2rem }
.good { color: var(--good) } .bad { color: var(--bad) } .quiet { color: var(--quiet) }
table { border-collapse: collapse } td, th { text-align: left; padding: .2rem 1.2rem .2rem 0; border-bottom: 1px solid var(--line); vertical-align: top }
svg { width: 100%; height: auto } pre { overflow: auto; font-size: 12px; background: color-mix(in srgb, var(--ink) 6%, transparent); padding: .8rem }
svg text { fill: var(--ink); font: 12px system-ui, sans-serif } svg .unit { fill: var(--quiet); font-size: 11px } svg .fault { font-size: 10px }
svg .rate { fill: #3b7dbd } svg .height { fill: none; stroke: var(--good); stroke-width: 1.5 } svg .axis { stroke: var(--line) } svg .tick { stroke: var(--line); stroke-dasharray: 2 4 }
svg .up { fill: var(--up) } svg .down { fill: var(--quiet); fill-opacity: .55 } svg .liar { fill: #e2b8d6 }
`

function text(value: unknown): string {
  return String(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function seconds(ms: number): string {
  return Number.isFinite(ms) ? `${(ms / 1_000).toFixed(2)} s` : 'never'
}

/** The figures of a run, for a table and for the terminal. */
export function figureRows({ figures }: Pick<RunResult, 'figures'>): readonly (readonly [string, string])[] {
  const { resumeMs, catchUpMs, latencyMs, refused } = figures
  const refusals = Object.entries(refused).map(([code, count]) => `${code} × ${count}`)
  return [
    [
      'heal → next block',
      `p50 ${seconds(resumeMs.p50)} · p99 ${seconds(resumeMs.p99)} · max ${seconds(resumeMs.max)} (${resumeMs.count} heals)`,
    ],
    ['heal → node at the head', `p50 ${seconds(catchUpMs.p50)} · max ${seconds(catchUpMs.max)} (${catchUpMs.count} nodes)`],
    ['longest gap with a quorum up', seconds(figures.longestGapMs)],
    ['committed', `${figures.committed} of ${figures.offered} offered, ${figures.committedPercent.toFixed(1)} %`],
    [
      'offered',
      `${figures.offeredPerSecond.toFixed(0)}/s${figures.maximumPerSecond === undefined ? '' : `, the maximum is ${figures.maximumPerSecond.toFixed(0)}/s`}`,
    ],
    ['latency', `p50 ${seconds(latencyMs.p50)} · p99 ${seconds(latencyMs.p99)} · max ${seconds(latencyMs.max)}`],
    ['rejected, unknown, refused', `${figures.rejected}, ${figures.unknown}, ${refusals.length === 0 ? 0 : refusals.join(', ')}`],
    ['heights, views', `${figures.heights}, ${figures.views}`],
    ['memory of a node at the most', `${Math.round(figures.residentBytesMax / 1024 / 1024)} MiB`],
  ]
}

/** A page that needs nothing beside itself. */
export function page(result: RunResult, commit: string): string {
  const { schedule, violations, journal, tookMs } = result
  const verdict = violations.length === 0 ? '<span class="good">held</span>' : `<span class="bad">${violations.length} violations</span>`
  const list = violations.map(
    ({ check, message, atMs }) =>
      `<tr><td class="bad">${text(check)}</td><td>${atMs === undefined ? '' : seconds(atMs)}</td><td>${text(message)}</td></tr>`,
  )
  const faults = journal.faults.map(
    ({ label, atMs, healedMs }) =>
      `<tr><td>${seconds(atMs)}</td><td>${healedMs === undefined ? '' : seconds(healedMs)}</td><td>${text(label)}</td></tr>`,
  )
  const notes = journal.notes.map(({ atMs, message }) => `<tr><td>${seconds(atMs)}</td><td>${text(message)}</td></tr>`)
  const title = `${schedule.scenario} · seed ${schedule.seed}`
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${text(title)}</title><style>${STYLE}</style></head>
<body>
<h1>${text(title)} — ${verdict}</h1>
<p class="quiet">${schedule.validators} nodes · network ${schedule.fabric} · ${seconds(tookMs)} in all · ${text(commit)}</p>
${timelinePicture(result)}
${list.length === 0 ? '' : `<h2>Violations</h2><table><tr><th>check</th><th>at</th><th></th></tr>${list.join('')}</table>`}
<h2>Figures</h2><table>${figureRows(result)
    .map(([name, value]) => `<tr><td>${text(name)}</td><td>${text(value)}</td></tr>`)
    .join('')}</table>
<h2>Faults</h2><table><tr><th>from</th><th>to</th><th></th></tr>${faults.join('')}</table>
${notes.length === 0 ? '' : `<h2>Notes</h2><table>${notes.join('')}</table>`}
<h2>Schedule</h2><p class="quiet">npm run chaos -- --schedule schedule.json does the same again.</p>
<details><summary>JSON</summary><pre>${text(JSON.stringify(schedule, null, 2))}</pre></details>
</body></html>
`
}
