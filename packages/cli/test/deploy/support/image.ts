import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { copyContext } from './build-context.ts'
import type { Instruction, Stage } from './dockerfile.ts'

const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'
/** What a build on this machine needs to reach the registry, and `docker build` would get as build arguments. */
const PASSED_ON = /^(https?_proxy|no_proxy|NODE_EXTRA_CA_CERTS|SSL_CERT_FILE|npm_config_registry)$/i
/** Programs of this machine that an image without Node does not have. */
const NODE_PROGRAMS = ['node', 'npm', 'npx', 'corepack']

/** What the instructions so far say about how things run. */
interface Settings {
  readonly env: Readonly<Record<string, string>>
  readonly user: string
  readonly folder: string
}

export interface RunOptions {
  /** As `docker run --read-only --tmpfs /tmp` with no network but loopback: only volumes can be written. */
  readonly sealed?: boolean
  readonly binds?: readonly (readonly [from: string, to: string])[]
}

/**
 * An image in the making, without an engine: a root of its own over the programs of this machine, which stand in for the base image. Every
 * write goes to a layer of this root. Mounts live in the namespace of each process, and end with it.
 */
export class Image {
  readonly folder: string
  readonly volumes: string[] = []
  readonly commands = new Map<string, readonly string[]>()
  readonly labels = new Map<string, string>()
  settings: Settings = { env: { PATH }, user: '0:0', folder: '/' }

  constructor(folder: string, base: string) {
    this.folder = folder
    for (const part of ['root', 'usr', 'usr-work', 'etc', 'etc-work']) mkdirSync(join(folder, part), { recursive: true })
    for (const part of ['usr', 'etc', 'proc', 'dev', 'tmp', 'root', 'opt', 'srv']) mkdirSync(join(folder, 'root', part))
    for (const part of ['bin', 'sbin', 'lib', 'lib64']) symlinkSync(`usr/${part}`, join(folder, 'root', part))
    if (!base.startsWith('node:'))
      this.must(['rm', '-f', ...NODE_PROGRAMS.flatMap((name) => [`/usr/bin/${name}`, `/usr/local/bin/${name}`])])
  }

  /** Where a path of the image lies on this machine. What an instruction makes below /usr and /etc lies in a layer beside it. */
  path(inside: string): string {
    return join(this.folder, 'root', resolve('/', inside))
  }

  apply(
    { name, flags, value }: Instruction,
    parts: { readonly stages: ReadonlyMap<string, Image>; readonly context: ContextFolder },
  ): void {
    const text = typeof value === 'string' ? value : value.join(' ')
    if (name === 'RUN') this.must(['/bin/sh', '-c', text], { binds: flags.map(cacheBind) })
    else if (name === 'COPY') this.#copy(flags, text, parts)
    else if (name === 'WORKDIR') this.#workdir(text)
    else if (name === 'ENV') this.settings = { ...this.settings, env: { ...this.settings.env, ...pairs(text) } }
    else if (name === 'USER') this.settings = { ...this.settings, user: text }
    else if (name === 'VOLUME') this.volumes.push(text)
    else if (name === 'HEALTHCHECK') this.commands.set(name, JSON.parse(text.replace(/^CMD\s+/, '')) as string[])
    else if (typeof value !== 'string') this.commands.set(name, value)
    else this.labels.set(name, text)
  }

  /** Runs to the end. @throws where it fails. */
  must(words: readonly string[], options: RunOptions = {}): string {
    const [program, parameters] = this.#invocation(words, options)
    return execFileSync(program, parameters, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  }

  /** As an engine starts a container: the first process of its own. Ends when `kill` is called on what is given back. */
  start(words: readonly string[], options: RunOptions = {}): ChildProcess {
    const [program, parameters] = this.#invocation(words, options)
    return spawn(program, parameters, { stdio: ['ignore', 'pipe', 'pipe'] })
  }

  /** Runs a command inside of a container that `start` gave, as its user. */
  exec(container: ChildProcess, words: readonly string[]): string {
    const [uid = '', gid = ''] = this.settings.user.split(':')
    const target = ['-t', String(firstProcess(container)), '-m', '-n', '-p', '-r', '-S', uid, '-G', gid]
    return execFileSync('nsenter', [...target, ...this.#env(), ...words], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  }

  #env(): readonly string[] {
    const inherited = Object.entries(process.env).filter(([name]) => PASSED_ON.test(name))
    const home = this.settings.user === '0:0' ? '/root' : (this.settings.env['HANSE_HOME'] ?? '/')
    const all = Object.entries({ ...Object.fromEntries(inherited), HOME: home, ...this.settings.env })
    return ['/usr/bin/env', '-i', `--chdir=${this.settings.folder}`, ...all.map(([name, value]) => `${name}=${value}`)]
  }

  #invocation(words: readonly string[], { sealed = false, binds = [] }: RunOptions): readonly [string, readonly string[]] {
    const mounts = binds.map(([from, to]) => `${from}=${to}`).join('\n')
    const namespaces = ['--mount', '--pid', '--fork', '--kill-child', ...(sealed ? ['--net'] : [])]
    const setup = ['sh', '-c', SETUP, this.settings.user, this.folder, sealed ? this.volumes.join('\n') : '', mounts]
    return ['unshare', [...namespaces, ...setup, ...this.#env(), ...words]]
  }

  #workdir(folder: string): void {
    if (!folder.startsWith('/')) throw new Error(`WORKDIR ${folder} is relative`)
    mkdirSync(this.path(folder), { recursive: true })
    this.settings = { ...this.settings, folder }
  }

  #copy(
    flags: readonly string[],
    text: string,
    { stages, context }: { readonly stages: ReadonlyMap<string, Image>; readonly context: ContextFolder },
  ): void {
    const [from = '', to = '', ...more] = text.split(/\s+/)
    if (more.length > 0) throw new Error(`COPY of several: ${text}`)
    const target = this.path(resolve(this.settings.folder, to))
    const [stage] = flags.filter((flag) => flag.startsWith('--from='))
    if (stage === undefined) return copyContext(join(context.folder, from), context.ignored, target)
    const source = stages.get(stage.slice('--from='.length))
    if (source === undefined) throw new Error(`there is no stage ${stage}`)
    mkdirSync(dirname(target), { recursive: true })
    cpSync(source.path(from), target, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true })
  }
}

export interface ContextFolder {
  readonly folder: string
  readonly ignored: readonly string[]
}

/** Carries out the instructions of every stage in their order. */
export function buildImage(stages: readonly Stage[], folder: string, context: ContextFolder, onStep: (text: string) => void): Image {
  const built = new Map<string, Image>()
  let last: Image | undefined
  for (const [index, { base, name, instructions }] of stages.entries()) {
    const image = new Image(join(folder, name ?? `stage-${index}`), base)
    for (const instruction of instructions) {
      const startedMs = performance.now()
      image.apply(instruction, { stages: built, context })
      onStep(`${name ?? 'last'}: ${instruction.name} ${Math.round(performance.now() - startedMs)} ms`)
    }
    built.set(name ?? String(index), image)
    last = image
  }
  if (last === undefined) throw new Error('the Dockerfile has no stage')
  return last
}

/** The first process of a container, as this machine numbers it. */
export function firstProcess({ pid }: ChildProcess): number {
  return Number(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ')[0])
}

/** Roots hold files of other users. */
export function removeImages(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
}

/** A cache that builds share: here that of the user who runs the tests. */
function cacheBind(flag: string): readonly [string, string] {
  const target = /^--mount=type=cache,target=(\S+)$/.exec(flag)?.[1]
  if (target === undefined) throw new Error(`not a flag that is known here: ${flag}`)
  const ours = join(homedir(), target.replace(/^\/build\//, ''))
  mkdirSync(ours, { recursive: true })
  return [ours, target]
}

function pairs(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    text.split(/\s+/).map((pair) => {
      const at = pair.indexOf('=')
      return [pair.slice(0, at), pair.slice(at + 1)]
    }),
  )
}

/** $0 is who runs, $1 the image's folder, $2 the volumes of a sealed container, $3 the caches; the command follows. */
const SETUP = `set -e
user=$0 folder=$1 volumes=$2 binds=$3
shift 3
root=$folder/root
mount --make-rprivate /
mount --bind "$root" "$root"
for part in usr etc; do
  mount -t overlay overlay -o "lowerdir=/$part,upperdir=$folder/$part,workdir=$folder/$part-work" "$root/$part"
done
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
mount -t tmpfs -o mode=1777 tmpfs "$root/tmp"
for bind in $binds; do
  mkdir -p "$root\${bind#*=}"
  mount --bind "\${bind%%=*}" "$root\${bind#*=}"
done
if [ -n "$volumes" ]; then
  ip link set lo up
  for volume in $volumes; do mount --bind "$root$volume" "$root$volume"; done
  for part in "$root/usr" "$root/etc"; do mount -o remount,ro "$part"; done
  mount -o remount,bind,ro "$root"
fi
exec chroot --userspec="$user" --groups="\${user#*:}" "$root" "$@"`
