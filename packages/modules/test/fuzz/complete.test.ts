import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'tap'
import { everyCodec, type NamedCodec } from './every-codec.ts'

const REPOSITORY = join(import.meta.dirname, '../../../..')

function protoFiles(): readonly string[] {
  const places = ['proto', ...readdirSync(join(REPOSITORY, 'packages')).map((name) => `packages/${name}/src`)]
  return places.flatMap((place) => {
    try {
      const files = readdirSync(join(REPOSITORY, place), { recursive: true, encoding: 'utf8' })
      return files.filter((file) => file.endsWith('.proto')).map((file) => join(REPOSITORY, place, file))
    } catch {
      return []
    }
  })
}

interface ProtoMessage {
  readonly name: string
  /** Types of its fields, by their last name. */
  readonly uses: readonly string[]
}

/** Messages of a .proto file, by `package.Name`. */
function messagesOf(file: string): readonly ProtoMessage[] {
  const text = readFileSync(file, 'utf8').replace(/\/\/.*$/gm, '')
  const [, space = ''] = /^package\s+([\w.]+);/m.exec(text) ?? []
  return [...text.matchAll(/^message\s+(\w+)\s*\{([\s\S]*?)^\}/gm)].map(([, name = '', body = '']) => {
    const fields = [...body.matchAll(/(?:repeated\s+|optional\s+)?([\w.]+)\s+\w+\s*=\s*\d+/g)]
    return {
      name: `${space}.${name}`,
      uses: fields.map(([, type = '']) => (type.includes('.') ? type.replace(/^\./, '') : `${space}.${type}`)),
    }
  })
}

/** A generated wire type is a class with the message's name. */
function typeNameOf({ name, codec }: NamedCodec): string | undefined {
  const { message } = (codec.wireForm ?? {}) as { readonly message?: { readonly name?: string } }
  const [owner = ''] = name.split('.')
  return message?.name === undefined ? undefined : `hanse.${owner === 'protocol' ? '' : `${owner}.`}v1.${message.name}`
}

test('every message of every .proto file is read by a decoder that is fuzzed', async (t) => {
  const messages = protoFiles().flatMap(messagesOf)
  t.ok(messages.length > 150, `${messages.length} messages`)
  const byName = new Map(messages.map((message) => [message.name, message]))
  const reached = new Set<string>()
  const waiting = (await everyCodec()).flatMap((named) => typeNameOf(named) ?? [])
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (reached.has(name)) continue
    reached.add(name)
    waiting.push(...(byName.get(name)?.uses ?? []).filter((used) => byName.has(used)))
  }
  t.same(
    messages.map(({ name }) => name).filter((name) => !reached.has(name)),
    [],
  )
})
