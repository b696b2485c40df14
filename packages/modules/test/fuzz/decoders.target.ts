import { equalBytes } from '@hanse/primitives'
import type { Codec } from '@hanse/protocol'
import { everyCodec } from './every-codec.ts'
import { sampleBytes } from './sample-json.ts'

const SEEDS_PER_CODEC = 4

const codecs = new Map((await everyCodec()).map(({ name, codec }) => [name, codec]))

interface GeneratedType {
  readonly name?: string
  decode(bytes: Uint8Array): object
  encode(message: object): { finish(): Uint8Array }
}

/** Another reader and writer of the same bytes: the generated code of protobufjs. It must see what ours sees. */
function checkWithGenerated(codec: Codec<unknown>, bytes: Uint8Array): void {
  const { message } = (codec.wireForm ?? {}) as { readonly message?: GeneratedType }
  if (message?.name === undefined) return
  if (!equalBytes(message.encode(message.decode(bytes)).finish(), bytes))
    throw new Error('taken, and protobufjs writes what it reads of it in other bytes')
}

export const target = {
  name: 'decoders',
  promise:
    'a decoder takes bytes only if encoding what it read gives the same bytes; its value has one JSON, which reads back as the value',
  shape: 'protobuf',
  seeds: () => [...codecs].flatMap(([label, codec]) => sampleBytes(codec, SEEDS_PER_CODEC).map((bytes) => ({ label, bytes }))),
  check: ({ label, bytes }: { readonly label: string; readonly bytes: Uint8Array }): string => {
    const codec = codecs.get(label)
    if (codec === undefined) return 'no such decoder any more'
    const decoded = codec.decode(bytes)
    if (!decoded.ok) return `${decoded.error.code} ${decoded.error.path ?? ''}`
    if (!equalBytes(codec.encode(decoded.value), bytes)) throw new Error('taken, and encodes to other bytes')
    checkWithGenerated(codec, bytes)
    const parsed = codec.parseJson(JSON.parse(JSON.stringify(codec.toJson(decoded.value))))
    if (!parsed.ok) throw new Error(`its JSON is refused: ${parsed.error.code} ${parsed.error.path}`)
    if (!equalBytes(codec.encode(parsed.value), bytes)) throw new Error('its JSON is of another value')
    return 'accepted'
  },
}
