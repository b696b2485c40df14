import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { test } from 'tap'
import { type CliOptions, jsonOf, MAIN, NOWHERE, runCli } from './support/run-cli.ts'

/** The two lines that every error ends with. */
const TWO_LINES = /^✖ [^\n]+\n {2}Try: [^\n]+\n$/

test('what makes no sense is refused with one line, a way out and exit code 2', async (t) => {
  const rows: readonly (readonly [words: string, message: RegExp, hint: RegExp])[] = [
    ['', /a command is missing/, /hanse --help/],
    ['vlidators', /unknown command 'vlidators'/, /Try: hanse validators/],
    ['node', /a command is missing/, /hanse node --help/],
    ['node init', /required option '--org <name>'/, /hanse node init --help/],
    ['tx wait 0x12', /64 lower-case hexadecimal digits/, /hanse tx wait --help/],
    ['tx build settlement.transfer from --sender demo:bank-a/maker', /from is no name=value/, /name:=JSON/],
    ['tx build settlement.transfer from=bank-a', /required option '--sender <key>'/, /--sender demo:PARTY\/maker/],
    ['rpc node_info {', /not JSON/, /quote JSON/],
    ['keys verify --public-key 0x00 --signature 0x00 --message x', /a public key is 0x and 64/, /--help/],
    ['import ubl x.xml', /who are the parties/, /--dry-run/],
    ['import pacs008 x.xml', /which banks are the agents/, /--dry-run/],
    ['export pacs002 x.xml --status ACSC', /does not say what became of it/, /--status ACSC --message-id ID/],
    ['demo nothing', /no story nothing/, /hanse demo shunhe/],
    ['genesis create --chain-id x --name n --validator v', /An integer from 1/, /hanse genesis create --help/],
  ]
  await Promise.all(
    rows.map(async ([words, message, hint]) => {
      const run = await runCli(words === '' ? [] : words.trim().split(' '))
      t.equal(run.code, 2, words)
      t.equal(run.stdout, '', `${words}: nothing on standard output`)
      t.match(run.stderr, TWO_LINES, words)
      t.match(run.stderr, message)
      t.match(run.stderr, hint)
    }),
  )
})

test('with --json an error is one document on standard output and nothing on standard error', async (t) => {
  const rows: readonly (readonly [words: string, code: number, error: object])[] = [
    ['--json nope', 2, { code: 'cli/usage', try: 'hanse --help' }],
    ['validators --json', 3, { code: 'sdk/unreachable' }],
    ['--json tx send 0x00 --wait', 1, { code: /^encoding\// }],
    ['keys export nobody --json --home /nowhere', 1, { code: 'keys/not-found' }],
  ]
  await Promise.all(
    rows.map(async ([words, code, error]) => {
      const run = await runCli(words.split(' '))
      t.equal(run.code, code, words)
      t.match(jsonOf(run), { error: { ...error, message: /./, try: /./ } }, words)
      t.equal(run.stderr, '', words)
    }),
  )
})

test('a node that is not there is exit code 3, whatever was asked', async (t) => {
  const hash = `0x${'00'.repeat(32)}`
  const commands = [
    'validators',
    'peers',
    'consensus',
    'pool',
    'node status',
    'block show',
    'query settlement supplies',
    'rpc node_info',
    'watch blocks',
    `proof get ${hash}`,
    `tx show ${hash}`,
    'demo shunhe',
  ]
  await Promise.all(
    commands.map(async (words) => {
      const run = await runCli(words.split(' '))
      t.equal(run.code, 3, words)
      t.match(run.stderr, TWO_LINES)
      t.match(run.stderr, NOWHERE)
      t.match(run.stderr, /--rpc URL/)
    }),
  )
})

test('help goes to standard output, for every command', async (t) => {
  const commands = [
    '',
    'genesis',
    'genesis create',
    'node',
    'node init',
    'node run',
    'keys',
    'keys import',
    'tx',
    'tx build',
    'query',
    'proof verify',
    'import ubl',
    'import trade',
    'import pacs008',
    'export ubl',
    'export pacs002',
    'demo',
    'rpc',
  ]
  await Promise.all(
    commands.map(async (words) => {
      const run = await runCli([...words.split(' ').filter((word) => word !== ''), '--help'])
      t.equal(run.code, 0, words)
      t.match(run.stdout, /^Usage: hanse/)
      t.equal(run.stderr, '')
    }),
  )
  const queries = await runCli(['query', '--help'])
  t.match(queries.stdout, /^ {2}settlement balance partyId=… currency=…$/m)
  t.match(queries.stdout, /^ {2}organizations parties \[role=…\] \[cursor=…\] \[limit=…\]$/m)
})

test('demo keys are named in one way, wherever a key is', async (t) => {
  const helps = await Promise.all(['tx build', 'tx sign', 'import ubl'].map((words) => runCli([...words.split(' '), '--help'])))
  for (const { stdout } of helps) t.match(stdout.replace(/\s+/g, ' '), /demo:PARTY\/OPERATOR.*KEY is .*demo:bank-a\/maker/)
})

test('the commands are these, and no others: there are no stubs', async (t) => {
  const { stdout } = await runCli(['--help'])
  const listed = [...stdout.slice(stdout.indexOf('Commands:')).matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name)
  const expected =
    'genesis module node snapshot backup recover prune config doctor keys tx gov join evidence query block proof validators peers consensus pool watch import export demo debug rpc completion'
  t.same(listed, expected.split(' '))
})

test('no colour where output is piped, not even when the environment asks for it', async (t) => {
  const environments: readonly CliOptions['env'][] = [{ CI: '1', TERM: 'xterm-256color' }, { FORCE_COLOR: '1' }]
  const runs = await Promise.all(environments.map((env) => runCli(['validators'], env === undefined ? {} : { env })))
  for (const { stderr } of runs) t.notMatch(stderr, '\u001b')
})

test('what could not be written is a failure; a reader that has enough is none', { skip: !existsSync('/dev/full') }, async (t) => {
  const full = await open('/dev/full', 'w')
  t.teardown(async () => await full.close())
  const rows: readonly (readonly [string, number | 'pipe', number, RegExp])[] = [
    ['to a full disk', full.fd, 1, /^✖ standard output cannot be written: ENOSPC[^\n]*\n {2}Try: [^\n]+\n$/],
    ['to a pipe that is closed', 'pipe', 0, /^$/],
  ]
  for (const [what, stdout, code, said] of rows) {
    const child = spawn(process.execPath, [MAIN, 'query', '--help'], { stdio: ['ignore', stdout, 'pipe'] })
    child.stdout?.destroy()
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
    t.match(await text(child.stderr as Readable), said, what)
    t.equal(await ended, code, what)
  }
})

test('--version', async (t) => {
  t.match(await runCli(['--version']), { code: 0, stdout: /^[0-9]+\.[0-9]+\.[0-9]+\n$/, stderr: '' })
})

test('tx show of a file names the command that shows files', async (t) => {
  const run = await runCli(['tx', 'show', MAIN])
  t.match([run.code, run.stderr], [2, /It is a file: hanse tx decode /])
})

test('what the system says of a file is told in words', async (t) => {
  const folder = t.testdir({})
  const rows: readonly (readonly [string, RegExp])[] = [
    [join(folder, 'nowhere.json'), /nowhere\.json: there is no such file or folder$/],
    [folder, /it is a folder, not a file/],
  ]
  for (const [path, message] of rows) {
    const run = await runCli(['tx', 'sign', path, '--key', 'x', '--json'])
    t.match(jsonOf(run), { error: { code: 'cli/file', message } })
  }
})
