import { equalBytes } from '@hanse/primitives'
import { everyCodec } from './every-codec.ts'
import { sampleBytes } from './sample-json.ts'

const SEEDS_PER_CODEC = 4

const codecs = new Map((await everyCodec()).map(({ name, codec }) => [name, codec]))

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
    const parsed = codec.parseJson(JSON.parse(JSON.stringify(codec.toJson(decoded.value))))
    if (!parsed.ok) throw new Error(`its JSON is refused: ${parsed.error.code} ${parsed.error.path}`)
    if (!equalBytes(codec.encode(parsed.value), bytes)) throw new Error('its JSON is of another value')
    return 'accepted'
  },
}
