import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { promisify } from 'node:util'
import { type Test, test } from 'tap'
import { NODE_FLAGS, NODE_PROGRAM } from '../src/program.ts'
import { temporaryFolder } from './support/test-chain.ts'
import { makeHome } from './support/whole-home.ts'

interface Line {
  readonly level: number
  readonly msg: string
  readonly [field: string]: unknown
}

interface NodeProcess {
  readonly child: ChildProcess
  readonly lines: Line[]
  readonly exit: Promise<readonly [code: number | null, signal: NodeJS.Signals | null]>
  /** Resolves with the first line that says this. */
  line(msg: string): Promise<Line>
}

function run(t: Test, ...parameters: readonly string[]): NodeProcess {
  const child = spawn(process.execPath, [...NODE_FLAGS, NODE_PROGRAM, ...parameters], { stdio: ['ignore', 'pipe', 'inherit'] })
  t.teardown(() => child.kill('SIGKILL'))
  const lines: Line[] = []
  const wanted: (readonly [string, (line: Line) => void])[] = []
  let rest = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const parts = `${rest}${text}`.split('\n')
    rest = parts.pop() ?? ''
    for (const part of parts) {
      const line = JSON.parse(part) as Line
      lines.push(line)
      for (const [msg, resolve] of wanted) if (line.msg === msg) resolve(line)
    }
  })
  const exit = new Promise<readonly [number | null, NodeJS.Signals | null]>((resolve) => {
    child.once('close', (code, signal) => resolve([code, signal]))
  })
  const line = (msg: string): Promise<Line> =>
    new Promise((resolve) => {
      const known = lines.find((candidate) => candidate.msg === msg)
      if (known === undefined) wanted.push([msg, resolve])
      else resolve(known)
    })
  return { child, lines, exit, line }
}

function fatalOf({ lines }: NodeProcess): readonly Line[] {
  return lines.filter(({ level }) => level === 60)
}

test('SIGTERM: the node stops in good order, and starts again', async (t) => {
  const home = await makeHome(t)
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    const node = run(t, home)
    t.match(await node.line('RPC listens'), { node: 'bank-a', rpcPort: Number })
    node.child.kill(signal)
    t.strictSame(await node.exit, [0, null], signal)
    t.match(node.lines.at(-1), { msg: 'node stopped', height: 0 })
    t.strictSame(fatalOf(node), [])
  }
})

test('Ctrl-C that comes twice is one; one that comes later means now', async (t) => {
  const node = run(t, await makeHome(t))
  await node.line('RPC listens')
  node.child.kill('SIGINT')
  node.child.kill('SIGINT')
  t.strictSame(await node.exit, [0, null])
  t.match(node.lines.at(-1), { msg: 'node stopped' })
})

test('what stands in the way of a start is one fatal line with code and hint, and exit code 1', async (t) => {
  const server = createServer()
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  t.teardown(() => server.close())
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const rows: readonly (readonly [what: string, home: string, expected: object])[] = [
    ['no home', await temporaryFolder(t), { code: 'config/not-found', hint: /hanse node init/ }],
    ['a setting that is none', await makeHome(t, '[rpc]\nprot = 1'), { code: 'config/invalid', path: 'rpc.prot', hint: String }],
    ['a taken RPC port', await makeHome(t, `[rpc]\nport = ${address.port}`), { code: 'rpc/port-taken', hint: String }],
    ['an open listener', await makeHome(t, '[rpc]\nport = 0\nhost = "0.0.0.0"'), { code: 'rpc/open-listener', hint: /127\.0\.0\.1/ }],
  ]
  for (const [what, home, expected] of rows) {
    const node = run(t, home)
    t.strictSame(await node.exit, [1, null], what)
    t.match(fatalOf(node), [expected], what)
    t.equal(fatalOf(node).length, 1)
  }
})

test('without a home it says how it is called', async (t) => {
  const child = spawn(process.execPath, [NODE_PROGRAM], { stdio: 'ignore' })
  t.equal(await new Promise((resolve) => child.once('close', resolve)), 2)
})

test('in a node’s process no object can be reached by its __proto__', async (t) => {
  const told = await promisify(execFile)(process.execPath, [...NODE_FLAGS, '-p', `'__proto__' in {}`])
  t.equal(told.stdout, 'false\n')
})
