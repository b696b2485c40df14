import { spawn } from 'node:child_process'
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Block, patternOf } from './markdown.ts'

export const ROOT = fileURLToPath(new URL('../../../../', import.meta.url)).replace(/\/$/, '')
const DOCUMENTED_PORT = 8545
const PORTS_NAMED = 6
const REPLY_MS_MAX = 10_000

export interface Printed {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface SessionOptions {
  /** Where it works; `bin` in it is put before the PATH. */
  readonly folder: string
  readonly devnet: { readonly directory: string; readonly basePort: number }
}

/** A reader who types in one block of a page after the other: what a shell block changes of the folder stays changed. */
export class PageSession {
  readonly #options: SessionOptions
  #folder: string
  #transactionId = ''

  constructor(options: SessionOptions) {
    this.#options = options
    this.#folder = options.folder
  }

  /** A block as it is typed: the reader’s paths, ports and ids for those of the page. */
  typed(code: string): string {
    const { directory, basePort } = this.#options.devnet
    const ports = Array.from({ length: PORTS_NAMED }, (_, index) => index)
    return ports
      .reduce((text, index) => text.replaceAll(`127.0.0.1:${DOCUMENTED_PORT + index}`, `127.0.0.1:${basePort + index}`), code)
      .replaceAll('/path/to/hanse/.devnet', directory)
      .replaceAll('/path/to/hanse', ROOT)
      .replaceAll(' 0x… ', ` ${this.#transactionId} `)
  }

  async shell({ code }: Block): Promise<Printed> {
    const left = join(this.#options.folder, 'left')
    const printed = await this.#run(['sh', '-ec', `${this.typed(code)}\npwd > '${left}'`])
    this.#folder = (await readFile(left, 'utf8').catch(() => this.#folder)).trim()
    return printed
  }

  async typescript({ code }: Block): Promise<Printed> {
    await writeFile(join(this.#folder, 'first.ts'), this.typed(code))
    const printed = await this.#run([process.execPath, 'first.ts'])
    this.#transactionId = /^(0x[0-9a-f]{64}) is final/m.exec(printed.stdout)?.[1] ?? this.#transactionId
    return printed
  }

  /** Plays a transcript of a socket: lines with an id and a method are sent, every other one must come. Gives the lines that did not. */
  async transcript({ code }: Block): Promise<readonly string[]> {
    const socket = new WebSocket(`ws://127.0.0.1:${this.#options.devnet.basePort}/ws`)
    const received: string[] = []
    let wake: (() => void) | undefined
    socket.onmessage = ({ data }) => {
      received.push(String(data))
      wake?.()
    }
    await new Promise((resolve, reject) => {
      socket.onopen = resolve
      socket.onerror = () => reject(new Error('the socket failed'))
    })
    const missing: string[] = []
    for (const line of code.trim().split('\n')) {
      if (/"id":\d+,"method"/.test(line)) {
        socket.send(line)
        continue
      }
      const deadlineMs = Date.now() + REPLY_MS_MAX
      const arrived = (): boolean => received.some((text) => patternOf(line).test(text))
      while (!arrived() && Date.now() < deadlineMs) {
        await new Promise<void>((resolve) => {
          wake = resolve
          setTimeout(resolve, 100)
        })
      }
      if (!arrived()) missing.push(line)
    }
    socket.close()
    return missing
  }

  /** Checks the types of programs against those that are installed in the folder. */
  async compile(blocks: readonly Block[], compiler: string): Promise<Printed> {
    const folder = join(this.#folder, 'typed')
    await mkdir(folder)
    await Promise.all(blocks.map(({ code }, index) => writeFile(join(folder, `block-${index + 1}.ts`), code)))
    const compilerOptions = { noEmit: true, composite: false, tsBuildInfoFile: null, typeRoots: [`${ROOT}/node_modules/@types`] }
    await writeFile(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ extends: `${ROOT}/tsconfig.base.json`, compilerOptions, include: ['.'] }),
    )
    return await this.#run([compiler, '-p', folder])
  }

  #run([program = '', ...words]: readonly string[]): Promise<Printed> {
    // What npm told the script that runs the tests is not what it would tell a reader, and nothing here may need a registry.
    const outside = Object.entries(process.env).filter(([name]) => !name.toLowerCase().startsWith('npm_'))
    const { folder, devnet } = this.#options
    const env = {
      ...Object.fromEntries(outside),
      PATH: `${join(folder, 'bin')}:${process.env['PATH']}`,
      HANSE_RPC: `http://127.0.0.1:${devnet.basePort}`,
      PYTHONDONTWRITEBYTECODE: '1',
      npm_config_offline: 'true',
      npm_config_cache: join(folder, 'cache'),
    }
    const child = spawn(program, words, { cwd: this.#folder, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let [stdout, stderr] = ['', '']
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text
    })
    return new Promise((resolve, reject) => {
      child.once('error', reject)
      child.once('close', (code) => resolve({ code, stdout, stderr }))
    })
  }
}

const CURL = `#!${process.execPath}
const words = process.argv.slice(2)
const after = (flag) => words[words.indexOf(flag) + 1]
const [name, value] = after('-H').split(': ')
fetch(words.find((word) => word.startsWith('http')), { method: 'POST', headers: { [name]: value }, body: after('-d') })
  .then((response) => response.text())
  .then((text) => process.stdout.write(text))
`

/** The two options of curl that the page uses, for machines that have none. */
export async function provideCurl(folder: string): Promise<void> {
  await mkdir(join(folder, 'bin'), { recursive: true })
  await writeFile(join(folder, 'bin', 'curl'), CURL)
  await chmod(join(folder, 'bin', 'curl'), 0o755)
}
