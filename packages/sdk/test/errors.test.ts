import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'tap'

const SOURCES = new URL('../src/', import.meta.url)

test('docs/errors.md has every code of the SDK, and no other', (t) => {
  const source = readdirSync(SOURCES).map((name) => readFileSync(new URL(name, SOURCES), 'utf8'))
  const used = new Set(source.flatMap((text) => [...text.matchAll(/'(sdk\/[a-z-]+)'/g)].map(([, code]) => code as string)))
  const page = readFileSync(new URL('../../../docs/errors.md', import.meta.url), 'utf8')
  const rows = [...page.matchAll(/^\| <a id="(sdk-[a-z-]+)"><\/a>`(sdk\/[a-z-]+)` \| [a-z][^|]+ \| [A-Z][^|]+\. \|$/gm)]
  t.same(rows.map(([, , code]) => code).sort(), [...used].sort())
  for (const [, anchor, code = ''] of rows) t.equal(anchor, code.replace('/', '-'))
  t.end()
})
