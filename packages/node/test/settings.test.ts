import { readFileSync, writeFileSync } from 'node:fs'
import { parse } from 'smol-toml'
import { test } from 'tap'
import { allSettings, checkNodeConfig } from '../src/config.ts'
import { configText } from '../src/configuration/config-text.ts'
import { lineOf, settingLines } from '../src/configuration/setting-lines.ts'
import { settingsTable } from '../src/configuration/settings-table.ts'

const DOCS = new URL('../../../docs/operating.md', import.meta.url)
const BEGIN = '<!-- begin: settings -->'
const END = '<!-- end: settings -->'

test('docs/operating.md has every setting, as the schema says it', (t) => {
  const written = readFileSync(DOCS, 'utf8')
  const [before, rest] = written.split(BEGIN)
  const after = rest?.split(END)[1]
  if (before === undefined || after === undefined) return t.fail('docs/operating.md has no place for the settings')
  const page = `${before}${BEGIN}\n\n${settingsTable()}\n\n${END}${after}`
  if (process.env['HANSE_RECORD'] === '1') writeFileSync(DOCS, page)
  else t.equal(page, written, 'with HANSE_RECORD=1 this test writes the table anew')
  return t.end()
})

/** What a file says once every default in it was taken out of its comment. */
function uncommented(text: string): unknown {
  return parse(text.replace(/^#(\w+ = )/gm, '$1'))
}

test('the written configuration has every setting with its meaning; the lines in comments are the defaults', (t) => {
  const text = configText({ organization: 'bank-a', 'keys.consensus': 'keys/consensus.json', 'rpc.port': 8545, 'metrics.port': 9000 })
  for (const { settings } of allSettings()) {
    for (const { path, description, fallback } of settings) {
      const name = path.split('.').at(-1)
      t.match(text, new RegExp(`^#?${name} = `, 'm'), path)
      t.ok(text.replace(/\n# /g, ' ').includes(description), `${path}: its meaning`)
      if (typeof fallback === 'number') t.match(text.replace(/\n# /g, ' '), `Default: ${fallback}.`, `${path}: its default`)
    }
  }
  t.ok(text.split('\n').every((line) => line.length <= 140 && line.trimEnd() === line))
  const said = checkNodeConfig(parse(text))
  const bare = { organization: 'bank-a', keys: { consensus: 'keys/consensus.json' }, metrics: { port: 9000 } }
  t.strictSame(said, checkNodeConfig(bare), 'what is chosen stands, what is the default is a comment')
  t.match(text, /^#port = 8545$/m, 'a choice that is the default is one too')
  const withDefaults = uncommented(text) as { keys: object; rpc: Record<string, unknown>; log: object }
  const { tlsCert, tlsKey, ...rpc } = withDefaults.rpc
  t.match({ tlsCert, tlsKey }, { tlsCert: String, tlsKey: String }, 'where there is no default an example stands')
  const { passwordFile: _, ...keys } = withDefaults.keys as Record<string, unknown>
  const { file: __, ...log } = withDefaults.log as Record<string, unknown>
  t.strictSame(checkNodeConfig({ ...withDefaults, keys, rpc, log }), said, 'the comments say what holds without them')
  t.end()
})

test('a value that TOML must quote comes back', (t) => {
  const passwordFile = '/srv/ha "nse"\\pass\nword'
  const said = checkNodeConfig(parse(configText({ organization: 'a', 'keys.passwordFile': passwordFile })))
  t.match(said, { ok: true, value: { keys: { passwordFile } } })
  t.throws(() => configText({ organization: 'a', 'rpc.prot': 1 }), /there is no setting rpc.prot/)
  t.end()
})

test('a misspelt name is told what was meant', (t) => {
  const rows: readonly (readonly [object, path: string, meant: RegExp])[] = [
    [{ rpc: { prot: 1 } }, 'rpc.prot', /^rpc\.port\?/],
    [{ rpc: { hostnames: ['a'] } }, 'rpc.hostNames'.replace('N', 'n'), /^rpc\.hostNames\?/],
    [{ consensus: { viewTimeout: 1 } }, 'consensus.viewTimeout', /^consensus\.viewTimeoutMs\?/],
    [{ datadir: 'x' }, 'datadir', /^dataDir\?/],
    [{ consensu: {} }, 'consensu', /^\[consensus\]\?/],
    [{ capacity: 1 }, 'capacity', /^pool\.capacity\?/],
    [{ somethingElseAltogether: 1 }, 'somethingElseAltogether', /^docs/],
  ]
  for (const [more, path, hint] of rows) {
    t.match(checkNodeConfig({ organization: 'a', ...more }), { ok: false, error: { path, hint } }, path)
  }
  t.end()
})

test('two settings that do not fit each other are refused before they break the engine', (t) => {
  const rows: readonly (readonly [object, string])[] = [
    [{ consensus: { viewTimeoutMs: 9_000 } }, 'consensus.viewTimeoutMsMax'],
    [{ consensus: { batchWaitMs: 800 } }, 'consensus.batchWaitMs'],
    [{ rpc: { tlsKey: 'key.pem' } }, 'rpc.tlsCert'],
    [{ rpc: { port: 9545 } }, 'metrics.port'],
  ]
  for (const [more, path] of rows) {
    t.match(checkNodeConfig({ organization: 'a', ...more }), { ok: false, error: { code: 'config/invalid', path, hint: String } }, path)
  }
  t.match(checkNodeConfig({ organization: 'a', rpc: { port: 0 }, metrics: { port: 0 } }), { ok: true }, 'any free port twice is two ports')
  t.end()
})

test('the line of a setting is found, however its name is written', (t) => {
  const text = [
    ...['# rpc.port = 1', 'organization = "a"', '', '[ rpc ]', 'port = 1', '"cors"=true', '  hostNames = [', '  "a=b",', ']'],
    ...['[p2p.addresses]', '"bank-b" = []', '[[rpc.accessKeys]]', 'sha256 = ""'],
  ].join('\n')
  const lines = settingLines(text)
  const rows: readonly (readonly [string, number | undefined])[] = [
    ...([
      ['organization', 2],
      ['rpc', 4],
      ['rpc.port', 5],
      ['rpc.cors', 6],
      ['rpc.hostNames', 7],
    ] as const),
    ...([
      ['p2p.addresses.bank-b', 11],
      ['rpc.accessKeys.0.sha256', 12],
      ['pool.capacity', undefined],
    ] as const),
  ]
  for (const [path, line] of rows) t.equal(lineOf(path, lines), line, path)
  t.end()
})
