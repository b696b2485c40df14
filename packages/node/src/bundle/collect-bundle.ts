import { readdir, stat } from 'node:fs/promises'
import { arch, cpus, freemem, loadavg, platform, release, totalmem, uptime } from 'node:os'
import { join, relative, sep } from 'node:path'
import { COMPILE_CACHE_FOLDER } from '../compile-cache.ts'
import { type NodeConfig, readConfigSource, readNodeConfig } from '../config.ts'
import { CONFIG_FILE } from '../config-file.ts'
import { viewConfig } from '../configuration/config-view.ts'
import { namedPath } from '../configuration/named-path.ts'
import { examine } from '../doctor/doctor.ts'
import { askRunningNode, metricsPage } from '../doctor/running-node.ts'
import { readGenesis } from '../home.ts'
import { inspectNode } from '../inspect/inspect-node.ts'
import { NODE_VERSION } from '../version.ts'
import { logTail } from './log-tail.ts'
import { redactorOf, secretsOf } from './redact.ts'

/** Files of the home that are listed. */
const LISTED_MAX = 5_000

/** One file of a bundle. */
export interface BundleFile {
  readonly name: string
  readonly text: string
  /** In a word, for the list that goes with it. */
  readonly about: string
}

export interface BundleOptions {
  readonly nowMs: number
  /** A log to take the end of, where the configuration names none. */
  readonly logFile?: string
}

/** What somebody who helps needs to know of a node, and no secret: every text has gone through the redactor. */
export async function collectBundle(home: string, { nowMs, logFile }: BundleOptions): Promise<readonly BundleFile[]> {
  const read = await readNodeConfig(join(home, CONFIG_FILE))
  const config = read.ok ? read.value : undefined
  const redact = redactorOf(await secretsOf(home))
  const status = config === undefined ? undefined : await askRunningNode(config)
  const versions = { hanse: NODE_VERSION, node: process.versions, at: new Date(nowMs).toISOString() }
  const files: readonly BundleFile[] = [
    json('versions.json', 'software, Node, formats', versions),
    json('host.json', 'operating system, processors, memory', hostFacts()),
    json('config.json', 'every setting and where its value comes from', await configFacts(home)),
    json('genesis.json', 'the chain’s name and hash, and its validators', await genesisFacts(config)),
    json('doctor.json', 'every finding with its fix', await examine(home, { nowMs: () => nowMs })),
    json('inspect.json', 'what the data folder holds', await inspectNode(home)),
    json('files.json', 'names, sizes and modes of the home’s files, and no content', await listFiles(home)),
    json('status.json', 'what the node says of itself, where it runs', status ?? null),
    ...(await metricsOf(config)),
    await logOf(logFile ?? (await namedPath(home, 'log.file'))),
  ]
  return files.map((file) => ({ ...file, text: redact(file.text) }))
}

function json(name: string, about: string, value: unknown): BundleFile {
  return { name, about, text: `${JSON.stringify(value, undefined, 2)}\n` }
}

function hostFacts(): object {
  const [first] = cpus()
  return {
    ...{ platform: platform(), release: release(), arch: arch(), processors: cpus().length, processor: first?.model },
    ...{ memoryBytes: totalmem(), memoryFreeBytes: freemem(), load: loadavg(), uptimeS: uptime(), user: process.getuid?.() },
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  }
}

async function configFacts(home: string): Promise<unknown> {
  const source = await readConfigSource(join(home, CONFIG_FILE))
  return source.ok ? viewConfig(source.value, { effective: true }) : source.error
}

async function genesisFacts(config: NodeConfig | undefined): Promise<unknown> {
  if (config === undefined) return null
  const chain = await readGenesis(config.genesis)
  if (!chain.ok) return chain.error
  const { name, chainId, validators, modules, params } = chain.value.genesis
  return { name, chainId, genesisHash: chain.value.genesisHash, modules, params, validators }
}

async function listFiles(home: string): Promise<unknown> {
  const cache = join(home, COMPILE_CACHE_FOLDER)
  const found = await readdir(home, { recursive: true, withFileTypes: true }).catch(() => [])
  const entries = found.filter(({ parentPath }) => parentPath !== cache && !parentPath.startsWith(cache + sep))
  const listed = entries.slice(0, LISTED_MAX).map(async (entry) => {
    const path = join(entry.parentPath, entry.name)
    const found = await stat(path).catch(() => undefined)
    if (found === undefined) return { path: relative(home, path) }
    const { size: sizeBytes, mode, uid, mtime: changed } = found
    return { path: relative(home, path), sizeBytes, mode: `0${(mode & 0o7777).toString(8)}`, uid, changed }
  })
  return { files: await Promise.all(listed), more: Math.max(0, entries.length - LISTED_MAX) }
}

async function metricsOf(config: NodeConfig | undefined): Promise<readonly BundleFile[]> {
  const text = config === undefined ? undefined : await metricsPage(config)
  return text === undefined ? [] : [{ name: 'metrics.txt', about: 'the metrics page', text }]
}

async function logOf(path: string | undefined): Promise<BundleFile> {
  const text = path === undefined ? undefined : await logTail(path)
  const missing =
    path === undefined ? 'The log goes to standard output: its keeper has it (journalctl -u hanse), or name a file.' : `cannot read ${path}`
  return { name: 'log.txt', about: text === undefined ? 'why there is no log' : 'the last lines of the log', text: text ?? `${missing}\n` }
}
