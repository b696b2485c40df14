import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DEVNET_CHAIN_ID, devnetGenesis, devnetNodes } from '@hanse/devnet/genesis'
import { MODULES } from '@hanse/modules'
import { loadModule, readModulePackage } from '@hanse/node/folder'
import type { Codec, Json } from '@hanse/protocol'
import { createModuleHarness, type InstalledModule } from '@hanse/state'
import { orThrow } from '../cli-error.ts'
import { type Finding, impurities, isSource } from './purity.ts'
import { sampleOf } from './sample-json.ts'

/** Block time of the chain in memory: 2026-03-02. */
const TIME_MS = 1_772_409_600_000
const BLOCKS = 3

export interface ModuleReport {
  readonly dir: string
  readonly name: string
  readonly version: number
  readonly hash: string
  readonly files: readonly string[]
  readonly commands: readonly string[]
  readonly queries: readonly string[]
  readonly events: readonly string[]
  readonly findings: readonly Finding[]
  /** What could not be tried. */
  readonly notes: readonly string[]
}

/** Everything that can be seen of a module without knowing its business. @throws CliError for what a node would refuse to load */
export async function checkModule(folder: string, genesis: Json | undefined): Promise<ModuleReport> {
  const { dir, hash, files } = orThrow(await readModulePackage(folder))
  const paths = files.map(({ path }) => path)
  const pure = await impurities(dir, paths)
  const module = orThrow(await loadModule(folder))
  const codecs = codecFindings(module)
  const words = await refusalsWithoutWords(dir, paths, module)
  return {
    dir,
    name: module.name,
    version: module.version,
    hash,
    files: paths,
    commands: Object.keys(module.commands),
    queries: Object.keys(module.queries),
    events: Object.keys(module.events ?? {}),
    findings: [...pure, ...codecs.findings, ...chainFindings(module, genesis)],
    notes: [...codecs.notes, ...words],
  }
}

/** Codes of its area in its sources that its table lacks: clients would show the code alone. */
async function refusalsWithoutWords(
  dir: string,
  paths: readonly string[],
  { name, rejections = {} }: InstalledModule,
): Promise<readonly string[]> {
  const code = new RegExp(`(['"])(${name}/[A-Za-z0-9-]+)\\1`, 'g')
  const used = new Set<string>()
  for (const path of paths.filter(isSource)) {
    const text = await readFile(join(dir, path), 'utf8')
    for (const [, , found = ''] of text.matchAll(code)) used.add(found)
  }
  return [...used]
    .filter((found) => !found.endsWith('/invariant') && !Object.hasOwn(rejections, found))
    .map((found) => `${found}: \`rejections\` of the module has no words for it, so clients will show the code alone`)
}

/** Whether what is encoded is what was given: a member that the bytes do not carry would be lost on its way to the other nodes. */
function codecFindings(module: InstalledModule): { readonly findings: readonly Finding[]; readonly notes: readonly string[] } {
  const findings: Finding[] = []
  const notes: string[] = []
  const codecs = [
    ...Object.entries(module.commands).map(([name, { params }]) => [`commands.${name}.params`, params] as const),
    ...Object.entries(module.queries).map(([name, { args }]) => [`queries.${name}.args`, args] as const),
  ]
  for (const [place, bound] of codecs) {
    const codec = bound as unknown as Codec<unknown>
    const parsed = codec.parseJson(sampleOf(codec.jsonSchema))
    if (!parsed.ok) {
      notes.push(`${place}: no sample was found that it takes; let a test of yours read its bytes back`)
      continue
    }
    const message = codecFault(codec, parsed.value)
    if (message !== undefined) findings.push({ place, message })
  }
  return { findings, notes }
}

function codecFault(codec: Codec<unknown>, value: unknown): string | undefined {
  try {
    const bytes = codec.encode(value)
    const decoded = codec.decode(bytes)
    if (!decoded.ok) return `its own bytes are refused: ${decoded.error.message}`
    const [given, back] = [codec.toJson(value), codec.toJson(decoded.value)].map((json) => JSON.stringify(json))
    if (given !== back) return `${given} comes back as ${back}`
    const longer = codec.decode(Uint8Array.from([...bytes, 0xf8, 0xff, 0xff, 0xff, 0x0f, 0x01]))
    return longer.ok ? 'bytes with an unknown field are taken: the encoding is not canonical' : undefined
  } catch (error) {
    return `it throws: ${error instanceof Error ? error.message : String(error)}`
  }
}

/** The rules between modules, the first state, and invariants on a chain that nothing has happened on. */
function chainFindings(module: InstalledModule, genesis: Json | undefined): readonly Finding[] {
  const { modules, timeMs, validators } = devnetGenesis(devnetNodes(4, 1_024), TIME_MS, true)
  const states = Object.fromEntries(modules.flatMap(({ name, genesis: state }) => (state === undefined ? [] : [[name, state]])))
  const given = genesis === undefined ? states : { ...states, [module.name]: genesis }
  const others = MODULES.filter(({ name }) => name !== module.name)
  try {
    const harness = createModuleHarness({
      modules: [...others, module],
      genesis: given,
      validators: validators.map(({ organization }) => organization),
      timeMs,
    })
    for (let block = 0; block < BLOCKS; block++) harness.advance(1_000)
    return []
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return [{ place: `on a chain of the devnet’s cast (${DEVNET_CHAIN_ID})`, message }]
  }
}
