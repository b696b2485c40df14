import { bytesToHex, hexToBytes } from '@hanse/primitives'
import {
  blockSummaryCodec,
  type Codec,
  certifiedBlockCodec,
  headerCodec,
  joinBlockSummary,
  joinStoredBlock,
  receiptCodec,
  type StoredBlockRecord,
  storedBlockCodec,
} from '@hanse/protocol'
import fc from 'fast-check'
import { test } from 'tap'
import { holds } from './support/holds.ts'
import { jsonOfSchema } from './support/json-of-schema.ts'

const RUNS = 100

function valuesOf<T>(codec: Codec<T>): fc.Arbitrary<T> {
  return jsonOfSchema(codec.jsonSchema).map((json) => {
    const value = codec.parseJson(json)
    if (!value.ok) throw new Error(value.error.message)
    return value.value
  })
}

function isJoined(record: StoredBlockRecord): boolean {
  const joined = joinStoredBlock({
    header: headerCodec.encode(record.header),
    certified: record.certified && certifiedBlockCodec.encode(record.certified),
    receipts: record.receipts.map((receipt) => receiptCodec.encode(receipt)),
  })
  return bytesToHex(joined) === bytesToHex(storedBlockCodec.encode(record))
}

test('a record that is joined of its parts is what the codec writes', (t) => {
  holds(t, 'blocks', fc.property(valuesOf(storedBlockCodec), isJoined), { numRuns: RUNS })
  t.end()
})

test('so is a summary', (t) => {
  const summaries = fc.property(valuesOf(blockSummaryCodec), (summary) => {
    const joined = joinBlockSummary({ header: headerCodec.encode(summary.header), included: summary.included.map(hexToBytes) })
    return bytesToHex(joined) === bytesToHex(blockSummaryCodec.encode(summary))
  })
  holds(t, 'summaries', summaries, { numRuns: RUNS })
  t.end()
})

test('parts of any length are joined: a length takes one byte to three', (t) => {
  const base = fc.sample(
    valuesOf(storedBlockCodec).filter(({ certified }) => certified !== undefined),
    { numRuns: 1, seed: 1 },
  )[0]
  if (base?.certified === undefined) throw new Error('no block')
  for (const length of [0, 127, 128, 16_383, 16_384, 70_000]) {
    const certified = { ...base.certified, transactions: [new Uint8Array(length)] }
    t.ok(isJoined({ ...base, certified }), `a transaction of ${length} bytes`)
  }
  t.end()
})
