import { test } from 'tap'
import { chartSvg, type Panel } from '../src/chart.ts'

const PANEL: Panel = {
  title: 'Rate <&>',
  xLabel: 'seconds',
  yLabel: 'transactions/s',
  lines: [
    {
      name: 'run 1',
      points: [
        [0, 0],
        [10, 950],
      ],
    },
    {
      name: 'run 2',
      points: [
        [0, 10],
        [10, 400],
      ],
    },
  ],
  marks: [{ x: 5, name: 'killed' }],
}

/** Whether every element that is opened is closed in its turn. */
function isWellFormed(svg: string): boolean {
  const open: string[] = []
  for (const [, slash, name, rest] of svg.matchAll(/<(\/?)([a-z]+)([^>]*)>/g)) {
    if (slash === '/') {
      if (open.pop() !== name) return false
    } else if (!rest?.endsWith('/')) open.push(name as string)
  }
  return open.length === 0
}

test('a chart is one well-formed file that needs no other', (t) => {
  const svg = chartSvg('transfer: "4" validators', [PANEL, { ...PANEL, lines: [] }])
  t.ok(isWellFormed(svg))
  t.match(svg, '<tspan class="title">transfer</tspan> &quot;4&quot; validators<', 'the name stands out, what is long stays small')
  t.notMatch(svg, /NaN|Infinity|undefined/)
  t.notMatch(svg.replace('http://www.w3.org/2000/svg', ''), /https?:|url\(|@import/)
  t.match(svg, /Rate &lt;&amp;&gt;/)
  t.match(svg, /aria-label="transfer: &quot;4&quot; validators"/)
  t.end()
})

test('it can be read on a light and on a dark ground, of which it has none itself', (t) => {
  const svg = chartSvg('rate', [PANEL])
  t.match(svg, /prefers-color-scheme: dark/)
  t.notMatch(svg, /background|<rect[^>]*width="100%"/)
  t.end()
})

test('axes begin at zero and end at a round number above the greatest value', (t) => {
  const svg = chartSvg('rate', [PANEL])
  for (const label of ['0', '200', '1,000', '2', '10']) t.match(svg, new RegExp(`>${label}</text>`), label)
  t.notMatch(svg, />1,200<\/text>/)
  t.end()
})

test('lines have names where there are several, and the mark has its own', (t) => {
  const svg = chartSvg('rate', [PANEL])
  for (const name of ['run 1', 'run 2', 'killed']) t.match(svg, new RegExp(`>${name}</text>`))
  t.notMatch(chartSvg('rate', [{ ...PANEL, lines: PANEL.lines.slice(0, 1) }]), />run 1<\/text>/)
  t.end()
})
