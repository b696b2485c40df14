/** One line of a chart. Points are in the order of x. */
export interface Line {
  readonly name: string
  readonly points: readonly (readonly [x: number, y: number])[]
}

/** One field of axes with its lines. */
export interface Panel {
  readonly title: string
  readonly xLabel: string
  readonly yLabel: string
  readonly lines: readonly Line[]
  /** Moments at which something happened, by x. */
  readonly marks?: readonly { readonly x: number; readonly name: string }[]
}

const WIDTH = 760
const PANEL_HEIGHT = 300
const MARGIN = { top: 44, right: 24, bottom: 48, left: 72 } as const
const TICKS = 5
/** Told apart by those who see no red or green: after Okabe and Ito. */
const COLORS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9'] as const

/** Follows the reader's light or dark theme; the ground is the page's own. */
const STYLE = `
  text { font: 12px system-ui, sans-serif; fill: #24292f; }
  .title { font-weight: 600; font-size: 14px; }
  .axis { stroke: #57606a; fill: none; }
  .grid { stroke: #57606a; stroke-opacity: 0.2; }
  .mark { stroke: #57606a; stroke-dasharray: 4 3; }
  .line { fill: none; stroke-width: 2; stroke-linejoin: round; }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3; }
    .axis, .grid, .mark { stroke: #9da7b3; }
  }`

/** An SVG file of panels below each other. It needs nothing beside itself. */
export function chartSvg(title: string, panels: readonly Panel[]): string {
  const height = panels.length * PANEL_HEIGHT + 32
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escaped(title)}">`,
    `<title>${escaped(title)}</title>`,
    `<style>${STYLE}\n</style>`,
    heading(title),
    ...panels.map((panel, index) => panelSvg(panel, 32 + index * PANEL_HEIGHT)),
    '</svg>',
    '',
  ].join('\n')
}

/** What stands before the first colon is the name; the rest is long, and small. */
function heading(title: string): string {
  const [name = '', ...rest] = title.split(': ')
  return `<text x="${MARGIN.left}" y="22"><tspan class="title">${escaped(name)}</tspan> ${escaped(rest.join(': '))}</text>`
}

interface Scale {
  readonly max: number
  at(value: number): number
}

function panelSvg(panel: Panel, top: number): string {
  const [left, right] = [MARGIN.left, WIDTH - MARGIN.right]
  const [upper, lower] = [top + MARGIN.top, top + PANEL_HEIGHT - MARGIN.bottom]
  const all = panel.lines.flatMap(({ points }) => points)
  const x = scaleTo(
    all.map(([value]) => value),
    left,
    right,
  )
  const y = scaleTo(
    all.map(([, value]) => value),
    lower,
    upper,
  )
  return [
    `<text class="title" x="${left}" y="${top + 18}">${escaped(panel.title)}</text>`,
    ...ticks(y.max).map(
      (value) =>
        `<line class="grid" x1="${left}" x2="${right}" y1="${round(y.at(value))}" y2="${round(y.at(value))}"/>` +
        `<text x="${left - 8}" y="${round(y.at(value) + 4)}" text-anchor="end">${numberText(value)}</text>`,
    ),
    ...ticks(x.max).map((value) => `<text x="${round(x.at(value))}" y="${lower + 18}" text-anchor="middle">${numberText(value)}</text>`),
    `<path class="axis" d="M${left} ${upper}V${lower}H${right}"/>`,
    `<text x="${(left + right) / 2}" y="${lower + 38}" text-anchor="middle">${escaped(panel.xLabel)}</text>`,
    `<text x="${left - 56}" y="${upper - 10}">${escaped(panel.yLabel)}</text>`,
    ...(panel.marks ?? []).map((mark) => markSvg(mark.name, round(x.at(mark.x)), upper, lower)),
    ...panel.lines.map((line, index) => lineSvg(line, index, x, y)),
    ...legend(panel.lines, top + 18),
  ].join('\n')
}

function markSvg(name: string, x: string, upper: number, lower: number): string {
  return `<line class="mark" x1="${x}" x2="${x}" y1="${upper}" y2="${lower}"/><text x="${x}" y="${upper - 2}" text-anchor="middle">${escaped(name)}</text>`
}

function lineSvg({ points }: Line, index: number, x: Scale, y: Scale): string {
  const path = points.map(([px, py]) => `${round(x.at(px))} ${round(y.at(py))}`).join('L')
  return points.length === 0 ? '' : `<path class="line" stroke="${colorOf(index)}" d="M${path}"/>`
}

/** From the right: the title is on the left. One line needs none. */
function legend(lines: readonly Line[], y: number): readonly string[] {
  if (lines.length < 2) return []
  let x = WIDTH - MARGIN.right
  return lines.toReversed().map(({ name }, place) => {
    const index = lines.length - 1 - place
    const end = x
    x -= name.length * 7 + 28
    return `<rect x="${end - name.length * 7 - 18}" y="${y - 9}" width="10" height="10" fill="${colorOf(index)}"/><text x="${end}" y="${y}" text-anchor="end">${escaped(name)}</text>`
  })
}

function colorOf(index: number): string {
  return COLORS[index % COLORS.length] as string
}

/** From zero to a round number above the greatest value. */
function scaleTo(values: readonly number[], from: number, to: number): Scale {
  const greatest = values.reduce((most, value) => Math.max(most, value), 0)
  const step = roundStep(greatest / TICKS)
  const max = Math.max(step, Math.ceil(greatest / step) * step)
  return { max, at: (value) => from + ((to - from) * value) / max }
}

/** 1, 2 or 5 times a power of ten, not below the value. */
function roundStep(value: number): number {
  if (value <= 0) return 1
  const power = 10 ** Math.floor(Math.log10(value))
  return ([1, 2, 5, 10].find((factor) => factor * power >= value) ?? 10) * power
}

function ticks(max: number): readonly number[] {
  const step = roundStep(max / TICKS)
  return Array.from({ length: Math.round(max / step) + 1 }, (_, index) => index * step)
}

function numberText(value: number): string {
  return Number(value.toPrecision(6)).toLocaleString('en-US')
}

function round(value: number): string {
  return `${Math.round(value * 10) / 10}`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
