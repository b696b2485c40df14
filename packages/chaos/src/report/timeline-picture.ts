import type { RunResult } from '../run/run-schedule.ts'

const WIDTH = 1_000
const LEFT = 110
const ROW = 26
const RATE_HEIGHT = 90
const BLOCK_HEIGHT = 90
const GAP = 18
const BUCKET_MS = 500

/** Told apart without colour too: each bar carries its name. */
const FAULT_COLOURS: Readonly<Record<string, string>> = {
  kill: '#b3261e',
  restart: '#8a6d1d',
  pause: '#7a4fa3',
  cut: '#1f6fb2',
  cable: '#1f6fb2',
  reset: '#2a8f8f',
  delay: '#4f7f3f',
  loss: '#4f7f3f',
}
const OTHER_COLOUR = '#a35a1e'

function text(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

interface Scale {
  readonly endMs: number
  x(atMs: number): number
}

function scaleOf({ journal, schedule }: RunResult): Scale {
  const endMs = Math.max(schedule.durationMs, ...journal.samples.map(({ atMs }) => atMs), 1)
  return { endMs, x: (atMs) => LEFT + (Math.min(Math.max(0, atMs), endMs) / endMs) * (WIDTH - LEFT - 10) }
}

/** One run as SVG: what was committed a second, the blocks, and each node with its ups, downs and faults. */
export function timelinePicture(result: RunResult): string {
  const { names } = result
  const scale = scaleOf(result)
  const blocksTop = RATE_HEIGHT + GAP
  const nodesTop = blocksTop + BLOCK_HEIGHT + GAP
  const height = nodesTop + names.length * ROW + 30
  const parts = [
    `<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="Timeline of the run" xmlns="http://www.w3.org/2000/svg">`,
    ...ratePart(result, scale, 0),
    ...blockPart(result, scale, blocksTop),
    ...nodesPart(result, scale, nodesTop),
    ...axis(scale, nodesTop + names.length * ROW),
    '</svg>',
  ]
  return parts.join('\n')
}

function label(y: number, ...lines: readonly string[]): readonly string[] {
  return lines.map((line, index) => `<text x="4" y="${y + 14 + index * 14}" class="${index === 0 ? 'name' : 'unit'}">${text(line)}</text>`)
}

function ratePart({ workload, journal }: RunResult, scale: Scale, top: number): readonly string[] {
  const counts = new Map<number, number>()
  for (const { outcome, returnedMs } of workload.operations) {
    const atMs = (returnedMs ?? 0) - journal.startMs
    if (outcome?.type !== 'final' || atMs < 0) continue
    const bucket = Math.floor(atMs / BUCKET_MS)
    counts.set(bucket, (counts.get(bucket) ?? 0) + 1)
  }
  const most = Math.max(1, ...counts.values())
  const bars = [...counts].map(([bucket, count]) => {
    const [x, next] = [scale.x(bucket * BUCKET_MS), scale.x((bucket + 1) * BUCKET_MS)]
    const high = (count / most) * RATE_HEIGHT
    const perSecond = (count * 1_000) / BUCKET_MS
    return `<rect x="${x.toFixed(1)}" y="${(top + RATE_HEIGHT - high).toFixed(1)}" width="${Math.max(0.5, next - x - 0.5).toFixed(1)}" height="${high.toFixed(1)}" class="rate"><title>${perSecond} committed/s</title></rect>`
  })
  return [...label(top, 'committed/s', `most ${Math.round((most * 1_000) / BUCKET_MS)}`), ...bars, line(top + RATE_HEIGHT)]
}

function blockPart({ journal }: RunResult, scale: Scale, top: number): readonly string[] {
  const seen = [...journal.firstSeenMs].sort(([, a], [, b]) => a - b)
  const [low, high] = [seen[0]?.[0] ?? 0, seen.at(-1)?.[0] ?? 1]
  const points = seen.map(([height, atMs]) => {
    const y = top + BLOCK_HEIGHT - ((height - low) / Math.max(1, high - low)) * BLOCK_HEIGHT
    return `${scale.x(atMs).toFixed(1)},${y.toFixed(1)}`
  })
  return [...label(top, 'height', `${low} to ${high}`), `<polyline points="${points.join(' ')}" class="height"/>`, line(top + BLOCK_HEIGHT)]
}

function nodesPart({ journal, names }: RunResult, scale: Scale, top: number): readonly string[] {
  return names.flatMap((name, node) => {
    const y = top + node * ROW
    const lie = journal.liars.get(node)
    const downs = downsOf(
      journal.changes.filter((change) => change.node === node),
      scale.endMs,
    )
    const faults = journal.faults.filter(({ nodes }) => nodes.includes(node))
    return [
      ...label(y, name),
      `<rect x="${LEFT}" y="${y + 4}" width="${WIDTH - LEFT - 10}" height="${ROW - 10}" class="${lie === undefined ? 'up' : 'liar'}"><title>${text(lie ?? 'up')}</title></rect>`,
      ...downs.map(({ fromMs, toMs }) => bar(scale, y + 4, ROW - 10, { fromMs, toMs }, 'class="down"', 'down')),
      ...faults.flatMap(({ type, label: said, atMs, healedMs }) => {
        const span = { fromMs: atMs, toMs: healedMs ?? scale.endMs }
        const colour = FAULT_COLOURS[type] ?? OTHER_COLOUR
        const words = `<text x="${(scale.x(atMs) + 3).toFixed(1)}" y="${y + 15}" class="fault">${text(type)}</text>`
        return [bar(scale, y + 6, ROW - 14, span, `fill="${colour}" fill-opacity="0.5"`, said), words]
      }),
    ]
  })
}

interface Span {
  readonly fromMs: number
  readonly toMs: number
}

function bar(scale: Scale, y: number, height: number, { fromMs, toMs }: Span, style: string, title: string): string {
  const [x, end] = [scale.x(fromMs), scale.x(toMs)]
  return `<rect x="${x.toFixed(1)}" y="${y}" width="${Math.max(1.5, end - x).toFixed(1)}" height="${height}" ${style}><title>${text(title)}: ${(fromMs / 1_000).toFixed(1)} to ${(toMs / 1_000).toFixed(1)} s</title></rect>`
}

function downsOf(changes: readonly { readonly atMs: number; readonly isUp: boolean }[], endMs: number): readonly Span[] {
  const downs: Span[] = []
  let downMs: number | undefined
  for (const { atMs, isUp } of changes) {
    if (!isUp) downMs ??= atMs
    else if (downMs !== undefined) {
      downs.push({ fromMs: downMs, toMs: atMs })
      downMs = undefined
    }
  }
  return downMs === undefined || downMs >= endMs ? downs : [...downs, { fromMs: downMs, toMs: endMs }]
}

function line(y: number): string {
  return `<line x1="${LEFT}" y1="${y}" x2="${WIDTH - 10}" y2="${y}" class="axis"/>`
}

function axis(scale: Scale, top: number): readonly string[] {
  const stepMs = scale.endMs > 240_000 ? 60_000 : scale.endMs > 60_000 ? 10_000 : 5_000
  const ticks: string[] = []
  for (let atMs = 0; atMs <= scale.endMs; atMs += stepMs) {
    const x = scale.x(atMs).toFixed(1)
    ticks.push(
      `<line x1="${x}" y1="0" x2="${x}" y2="${top + 4}" class="tick"/><text x="${x}" y="${top + 18}" class="unit" text-anchor="middle">${atMs / 1_000} s</text>`,
    )
  }
  return ticks
}
