import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Codec } from '@hanse/protocol'
import * as protocol from '@hanse/protocol'
import { MODULES } from '../../src/index.ts'

export interface NamedCodec {
  /** Where it comes from and what it reads: `protocol.header`, `invoices.issue`. */
  readonly name: string
  readonly codec: Codec<unknown>
}

const SOURCES = join(import.meta.dirname, '../../src')

function isCodec(value: unknown): value is Codec<unknown> {
  return typeof value === 'object' && value !== null && 'encode' in value && 'decode' in value && 'parseJson' in value
}

function nameOf(exported: string): string {
  return exported.replace(/Codec$/, '')
}

/** Those that a file of a module exports, under the module's name. */
async function codecsOfFile(module: string, file: string): Promise<readonly NamedCodec[]> {
  const exported = (await import(pathToFileURL(file).href)) as Readonly<Record<string, unknown>>
  return Object.entries(exported).flatMap(([name, codec]) => (isCodec(codec) ? [{ name: `${module}.${nameOf(name)}`, codec }] : []))
}

async function codecsOfModuleFiles(module: string): Promise<readonly NamedCodec[]> {
  const folder = join(SOURCES, module)
  const files = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts')) : []
  return (await Promise.all(files.map((file) => codecsOfFile(module, join(folder, file))))).flat()
}

function codecsOfModule({ name, commands, queries, records = {} }: (typeof MODULES)[number]): readonly NamedCodec[] {
  const bound = [
    ...Object.entries(commands).map(([command, { params }]) => [command, params]),
    ...Object.entries(queries).flatMap(([query, { args, result }]) => [
      [`${query}.args`, args],
      [`${query}.result`, result],
    ]),
    ...Object.entries(records).map(([record, { value }]) => [`${record}.record`, value]),
  ]
  return bound.flatMap(([member, codec]) => (isCodec(codec) ? [{ name: `${name}.${member}`, codec }] : []))
}

/** Every codec of the protocol and of the modules, each once. */
export async function everyCodec(): Promise<readonly NamedCodec[]> {
  const all = [
    ...Object.entries(protocol).flatMap(([name, codec]) => (isCodec(codec) ? [{ name: `protocol.${nameOf(name)}`, codec }] : [])),
    ...MODULES.flatMap(codecsOfModule),
    ...(await Promise.all(MODULES.map(({ name }) => codecsOfModuleFiles(name)))).flat(),
  ]
  const codecs = new Set<unknown>()
  const names = new Set<string>()
  const each: NamedCodec[] = []
  for (const { name, codec } of all) {
    if (codecs.has(codec)) continue
    codecs.add(codec)
    // A command and a record of a module may have one name.
    const own = names.has(name) ? `${name}.content` : name
    names.add(own)
    each.push({ name: own, codec })
  }
  return each
}
