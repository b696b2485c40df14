import { test } from 'tap'
import { runCli } from './support/run-cli.ts'

/** Tells on standard error what a program loaded, one URL a line. */
const TELL = `import { registerHooks } from 'node:module'
const urls = []
registerHooks({ load: (url, context, next) => { urls.push(url); return next(url, context) } })
process.on('exit', () => process.stderr.write(urls.map((url) => 'loaded ' + url + '\\n').join('')))`

/** What a node is made of, and what reads its configuration. */
const NODE = [
  'libp2p',
  '@libp2p/tcp',
  'fastify',
  'classic-level',
  'prom-client',
  'pino',
  'zod',
  '@hanse/replica',
  '@hanse/consensus',
  '@hanse/rpc',
]
const MODULES = ['@hanse/modules', '@hanse/state']

const ROWS: readonly (readonly [words: string, loaded: string, notLoaded: readonly string[]])[] = [
  ['--version', 'commander', [...NODE, ...MODULES, '@hanse/protocol']],
  ['--help', 'commander', [...NODE, ...MODULES, '@hanse/protocol']],
  ['keys list', '@hanse/crypto-native', [...NODE, ...MODULES]],
  ['completion suggest -- valid', 'commander', [...NODE, ...MODULES]],
  ['node --help', 'multiformats', [...NODE, ...MODULES]],
  ['config show', 'zod', NODE.filter((name) => name !== 'zod')],
  ['query settlement balance', '@hanse/modules', NODE],
  ['tx build settlement.transfer --sender demo:bank-a/maker', '@hanse/modules', NODE],
  ['tx sign x.json --demo bank-a/maker', '@hanse/modules', NODE],
  ['doctor', 'fastify', []],
]

function nameOf(url: string): string | undefined {
  const [, ours = '', folder = ''] = /\/(?:packages\/([^/]+)|(devnet))\/(?:dist|generated)\//.exec(url) ?? []
  if (ours + folder !== '') return `@hanse/${ours}${folder}`
  return /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url)?.[1]
}

test('a command loads what it needs: who types one waits for that', async (t) => {
  const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(TELL)}`, HANSE_HOME: t.testdir() }
  await Promise.all(
    ROWS.map(async ([words, expected, notExpected]) => {
      const { stderr } = await runCli(words.split(' '), { env })
      const loaded = new Set([...stderr.matchAll(/^loaded (.*)$/gm)].map(([, url]) => nameOf(url as string)))
      t.ok(loaded.has(expected), `${words}: ${expected} is loaded`)
      const needless = notExpected.filter((name) => loaded.has(name))
      t.same(needless, [], words)
    }),
  )
})
