import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { PROJECT } from './doc-blocks.ts'

const SETUP_MS = 10_000
const COMMAND_MS = 60_000
const POLL_MS = 20

export interface HostResult {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** A process on a host that goes on: a node. */
export interface HostProcess {
  readonly exit: Promise<number | null>
  /** What it wrote to standard output so far. */
  readonly log: () => string
}

export type User = 'root' | 'hanse'

/**
 * A host of its own as far as a node can tell: network, processes, host name, and /etc, /srv, /opt, /usr/local/bin. Only the kernel and
 * the programs of this machine are shared. Its first process ends when our end of a pipe does, in whatever way, and with it go all others
 * of that host, its interfaces and its mounts: nothing can be left behind.
 */
export class Host {
  readonly name: string
  readonly folder: string
  readonly #holder: ChildProcess
  readonly #pid: number

  private constructor({ name, folder, holder, pid }: { name: string; folder: string; holder: ChildProcess; pid: number }) {
    this.name = name
    this.folder = folder
    this.#holder = holder
    this.#pid = pid
  }

  /** `folder` keeps what is written on the host. */
  static async start(name: string, folder: string): Promise<Host> {
    for (const part of ['srv', 'bin', 'etc', 'etc-work', 'opt', 'opt-work']) mkdirSync(join(folder, part), { recursive: true })
    const words = ['--net', '--mount', '--pid', '--uts', '--fork', '--kill-child', '--mount-proc', 'sh', '-c', SETUP, name, folder, PROJECT]
    const holder = spawn('unshare', words, { stdio: ['pipe', 'pipe', 'pipe'] })
    let said = ''
    for (const stream of [holder.stdout, holder.stderr] as readonly Readable[])
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text
      })
    for (let waitedMs = 0; !said.includes('ready'); waitedMs += POLL_MS) {
      if (holder.exitCode !== null || waitedMs > SETUP_MS) throw new Error(`host ${name}: ${said}`)
      await sleep(POLL_MS)
    }
    const [child] = readFileSync(`/proc/${holder.pid}/task/${holder.pid}/children`, 'utf8').split(' ')
    return new Host({ name, folder, holder, pid: Number(child) })
  }

  /** Runs a script to its end as an operator would type it, in a login shell. */
  async run(script: string, { user = 'hanse', timeoutMs = COMMAND_MS }: { user?: User; timeoutMs?: number } = {}): Promise<HostResult> {
    const child = this.#spawn(script, user)
    const timer = setTimeout(() => child.kill('SIGKILL'), timeoutMs)
    const output = { stdout: '', stderr: '' }
    for (const name of ['stdout', 'stderr'] as const)
      child[name]?.setEncoding('utf8').on('data', (text: string) => {
        output[name] += text
      })
    const code = await exitOf(child)
    clearTimeout(timer)
    return { code, ...output }
  }

  /** Starts what runs on. */
  start(script: string, user: User = 'hanse'): HostProcess {
    const child = this.#spawn(script, user)
    let log = ''
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      log += text
    })
    child.stderr?.resume()
    return { exit: exitOf(child), log: () => log }
  }

  /** Lays a cable to another host: an interface of this name on either side. */
  connect(other: Host, ours: string, theirs: string): void {
    const words = ['link', 'add', ours, 'netns', `${this.#pid}`, 'type', 'veth', 'peer', 'name', theirs, 'netns', `${other.#pid}`]
    execFileSync('ip', words, { stdio: 'pipe' })
  }

  /** Ends every process of the host at once, and the host. */
  async stop(): Promise<void> {
    const ended = exitOf(this.#holder)
    this.#holder.stdin?.end()
    await ended
  }

  #spawn(script: string, user: User): ChildProcess {
    const shell = user === 'root' ? ['bash', '-e', '-c', script] : ['runuser', '-l', user, '-s', '/bin/bash', '-c', `set -e\n${script}`]
    return spawn('nsenter', ['-t', `${this.#pid}`, '-n', '-m', '-p', '-u', ...shell], { stdio: ['ignore', 'pipe', 'pipe'] })
  }
}

/** What a fresh host has: a name, loopback, and a copy of the project in /opt/hanse. */
const SETUP = `set -e
mount --make-rprivate /
mount -t overlay overlay -o "lowerdir=/etc,upperdir=$1/etc,workdir=$1/etc-work" /etc
mount --bind "$1/srv" /srv
mount --bind "$1/bin" /usr/local/bin
mount -t tmpfs tmpfs /opt
mkdir /opt/hanse
mount -t overlay overlay -o "lowerdir=$2,upperdir=$1/opt,workdir=$1/opt-work" /opt/hanse
hostname "$0"
ip link set lo up
echo ready
exec cat > /dev/null`

function exitOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode)
  return new Promise((resolve) => {
    child.once('close', (code) => resolve(code))
  })
}

/** Why hosts cannot be made here, or false. */
export function whyNoHosts(): string | false {
  try {
    execFileSync(
      'unshare',
      [
        '--net',
        '--mount',
        '--pid',
        '--uts',
        '--fork',
        '--mount-proc',
        'sh',
        '-c',
        'ip link set lo up && command -v nsenter runuser useradd',
      ],
      {
        stdio: 'pipe',
      },
    )
    return false
  } catch {
    return 'hosts in namespaces of their own need root on Linux, with iproute2 and util-linux'
  }
}
