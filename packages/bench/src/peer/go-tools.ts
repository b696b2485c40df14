import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import type { OnProgress } from '../scenario.ts'
import type { MissingPeer } from './peer.ts'

const DOWNLOAD_TIMEOUT_MS = 20 * 60 * 1000
const BUILD_TIMEOUT_MS = 30 * 60 * 1000
const ERROR_LINES = 3

const INSTALL_GO = 'install Go 1.25 or newer, so that `go version` works, and run again'

/** What the Go tool says, and what helps: a tool chain that is too old; no host, no answer or a refusal where it asks for a module. */
const HINTS: readonly (readonly [RegExp, string])[] = [
  [/requires go >= |toolchain not available/, INSTALL_GO],
  [
    /dial tcp|i\/o timeout|no such host|connection refused|proxyconnect|TLS handshake|reading https?:|module lookup disabled|timed out/i,
    'the Go module proxy does not answer: set GOPROXY to one that does (`go env GOPROXY` tells which is asked), and run again',
  ],
]

export interface GoBuild {
  /** The folder of a Go module; its go.mod and go.sum pin all that is built. */
  readonly directory: string
  /** Where the programs go. */
  readonly binDirectory: string
  readonly packages: readonly string[]
  readonly tags: readonly string[]
  /** What is built, for people. */
  readonly what: string
}

interface Finished {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: readonly string[]
}

/** Undefined when all is built. */
export async function buildGo(build: GoBuild, onProgress: OnProgress): Promise<MissingPeer | undefined> {
  const env = { ...process.env, GOBIN: build.binDirectory }
  const version = await runGo(['version'], build.directory, env, DOWNLOAD_TIMEOUT_MS)
  if (version === undefined) {
    return {
      kind: 'missing',
      isFault: false,
      reason: 'no Go tool chain',
      hint: INSTALL_GO,
    }
  }
  const words = [...build.packages]
  const tags = build.tags.length === 0 ? [] : ['-tags', build.tags.join(',')]
  let fetched = 0
  const listed = await runGo(['list', '-mod=readonly', ...tags, '-deps', ...words], build.directory, env, DOWNLOAD_TIMEOUT_MS, () =>
    onProgress(++fetched, fetched + 1, `fetching the modules of ${build.what}`),
  )
  if (listed === undefined || listed.code !== 0) return goFault(`cannot fetch ${build.what}`, listed)
  const total = listed.stdout.trim().split('\n').length
  let compiled = 0
  const options = ['install', '-mod=readonly', '-buildvcs=false', '-v', ...tags]
  const installed = await runGo([...options, ...words], build.directory, env, BUILD_TIMEOUT_MS, () =>
    onProgress(++compiled, Math.max(compiled, total), `compiling ${build.what}`),
  )
  return installed === undefined || installed.code !== 0 ? goFault(`cannot build ${build.what}`, installed) : undefined
}

export function goFault(what: string, finished: Pick<Finished, 'stderr'> | undefined): MissingPeer {
  const said = (finished?.stderr ?? []).filter((line) => line.trim() !== '' && !line.startsWith('go: downloading'))
  const reason = [what, ...said.slice(-ERROR_LINES)].join(': ')
  const hint = HINTS.find(([pattern]) => said.some((line) => pattern.test(line)))?.[1] ?? 'look at what the Go tool says'
  return { kind: 'missing', isFault: true, reason, hint }
}

/** Undefined when there is no such program. */
async function runGo(
  words: readonly string[],
  directory: string,
  env: NodeJS.ProcessEnv,
  timeoutMs: number,
  onLine: () => void = () => undefined,
): Promise<Finished | undefined> {
  const child = spawn('go', words, { cwd: directory, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const started = await new Promise<boolean>((resolve) => {
    child.once('spawn', () => resolve(true))
    child.once('error', () => resolve(false))
  })
  // Where nothing was started the streams never end.
  if (!started) return undefined
  const timer = setTimeout(() => child.kill(), timeoutMs)
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', (code, signal) => resolve(signal === null ? code : null))
  })
  const stderr: string[] = []
  const read = async (): Promise<void> => {
    for await (const line of createInterface(child.stderr as Readable)) {
      stderr.push(line)
      onLine()
    }
  }
  const [code, stdout] = await Promise.all([ended, textOf(child.stdout as Readable), read()])
  clearTimeout(timer)
  if (code === null) stderr.push(`timed out after ${timeoutMs / 60_000} min`)
  return { code, stdout, stderr }
}

async function textOf(stream: Readable): Promise<string> {
  let text = ''
  for await (const chunk of stream.setEncoding('utf8')) text += chunk
  return text
}
