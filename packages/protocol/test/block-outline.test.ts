import { isDeepStrictEqual } from 'node:util'
import { bytesToHex } from '@hanse/primitives'
import {
  asHeight,
  type Codec,
  certifiedBytes,
  type EventOutline,
  encodeBlocksFrame,
  encodeTransaction,
  eventCodec,
  type FieldValue,
  headerCodec,
  outlineBlock,
  outlineTransaction,
  type Span,
  storedBlockCodec,
  syncFrameCodec,
  transactionBodyCodec,
} from '@hanse/protocol'
import fc from 'fast-check'
import { test } from 'tap'
import { holds } from './support/holds.ts'
import { jsonOfSchema } from './support/json-of-schema.ts'

const RUNS = 60
const SIGNATURE = { algorithm: 1, publicKey: new Uint8Array(32), signature: new Uint8Array(64) }

function valuesOf<T>(codec: Codec<T>): fc.Arbitrary<T> {
  return jsonOfSchema(codec.jsonSchema).map((json) => {
    const value = codec.parseJson(json)
    if (!value.ok) throw new Error(value.error.message)
    return value.value
  })
}

/** Reads what spans say of some bytes. */
function readerOf(bytes: Uint8Array) {
  const cut = ({ from, to }: Span): Uint8Array => bytes.subarray(from, to)
  return {
    cut,
    hex: (span: Span) => bytesToHex(cut(span)),
    text: (span: Span) => Buffer.from(cut(span)).toString('utf8'),
    maybe: (span: Span | undefined) => (span === undefined ? undefined : Buffer.from(cut(span)).toString('utf8')),
  }
}

function outlineIsOf(value: FieldValue<typeof storedBlockCodec>): boolean {
  const record = storedBlockCodec.encode(value)
  const outline = outlineBlock(record)
  if (!outline.ok) return false
  const { cut, hex, text, maybe } = readerOf(record)
  const eventOf = ({ whole, module, type, attributes }: EventOutline) => ({
    whole: hex(whole),
    value: {
      module: text(module),
      type: text(type),
      attributes: attributes.map((pair) => ({ key: text(pair.key), value: text(pair.value) })),
    },
  })
  const found = {
    header: hex(outline.value.header),
    ids: outline.value.ids.map(hex),
    transactions: outline.value.transactions.map((span) => bytesToHex(cut(span))),
    receipts: outline.value.receipts.map(({ txId, outcome, code, callIndex, events }) => ({
      ...{ txId: hex(txId), outcome: text(outcome), code: maybe(code), callIndex, events: events.map(eventOf) },
    })),
  }
  const expected = {
    header: bytesToHex(headerCodec.encode(value.header)),
    ids: value.certified?.body.ids ?? [],
    transactions: (value.certified?.transactions ?? []).map(bytesToHex),
    receipts: value.receipts.map(({ txId, outcome, code, callIndex, events }) => ({
      ...{ txId, outcome, code, callIndex },
      events: events.map((event) => ({ whole: bytesToHex(eventCodec.encode(event)), value: event })),
    })),
  }
  return isDeepStrictEqual(found, expected)
}

test('the outline of a record says where everything is that the codec finds', (t) => {
  holds(t, 'blocks', fc.property(valuesOf(storedBlockCodec), outlineIsOf), { numRuns: RUNS })
  t.end()
})

test('the outline of a transaction says where its sender, its reference and its calls are', (t) => {
  const transactions = fc.property(valuesOf(transactionBodyCodec), fc.nat(50), (body, before) => {
    const transaction = encodeTransaction(transactionBodyCodec.encode(body), [SIGNATURE])
    const record = Uint8Array.of(...new Uint8Array(before).fill(0xff), ...transaction, 0xff)
    const outline = outlineTransaction(record, { from: before, to: before + transaction.length })
    if (!outline.ok) return false
    const { hex, text, maybe } = readerOf(record)
    const { sender, clientRef, calls } = outline.value
    return isDeepStrictEqual(
      {
        sender: hex(sender),
        clientRef: maybe(clientRef),
        calls: calls.map((call) => ({ module: text(call.module), command: text(call.command) })),
      },
      { sender: body.sender, clientRef: body.clientRef, calls: body.calls.map(({ module, command }) => ({ module, command })) },
    )
  })
  holds(t, 'transactions', transactions, { numRuns: RUNS })
  t.end()
})

test('bytes that are no record are refused, or have an outline within them', (t) => {
  const isWithin = (bytes: Uint8Array): boolean => {
    const outline = outlineBlock(bytes)
    if (!outline.ok) return outline.error.code === 'encoding/malformed'
    const { header, ids, transactions, receipts } = outline.value
    const spans = [header, ...ids, ...transactions, ...receipts.flatMap(({ txId, events }) => [txId, ...events.map(({ whole }) => whole)])]
    return spans.every(({ from, to }) => 0 <= from && from <= to && to <= bytes.length)
  }
  const changed = fc.property(valuesOf(storedBlockCodec), fc.nat(), fc.nat(255), (value, position, byte) => {
    const record = storedBlockCodec.encode(value)
    const at = position % record.length
    return isWithin(record.subarray(0, at)) && isWithin(record.map((old, index) => (index === at ? byte : old)))
  })
  holds(t, 'a byte changed, and cut off', changed, { numRuns: 4 * RUNS })
  holds(t, 'any bytes', fc.property(fc.uint8Array({ maxLength: 200 }), isWithin), { numRuns: 10 * RUNS })
  for (const [name, bytes] of Object.entries({
    'nothing at all': [],
    'a length behind the end': [0x0a, 0x05, 0x01],
    'a number without an end': [0x08, 0x80, 0x80],
    'a number of nine bytes': [0x08, ...new Array(8).fill(0xff), 0x01],
    'a field of a fixed size': [0x09, 1, 2, 3, 4, 5, 6, 7, 8],
  })) {
    t.match(outlineBlock(Uint8Array.from(bytes)), { ok: false, error: { code: 'encoding/malformed' } }, name)
  }
  t.end()
})

test('blocks are sent as they are stored', (t) => {
  const frames = fc.tuple(fc.nat(2 ** 40), fc.array(valuesOf(storedBlockCodec), { maxLength: 3 }))
  const sameBytes = ([from, stored]: readonly [number, readonly FieldValue<typeof storedBlockCodec>[]]): boolean => {
    const blocks = stored.flatMap(({ certified }) => certified ?? [])
    const bytes = stored.flatMap((record) => {
      const certified = certifiedBytes(storedBlockCodec.encode(record))
      return certified.ok ? (certified.value ?? []) : []
    })
    const frame = encodeBlocksFrame(asHeight(from), bytes)
    return Buffer.compare(frame, syncFrameCodec.encode({ type: 'blocks', from: asHeight(from), blocks })) === 0
  }
  holds(t, 'frames', fc.property(frames, sameBytes), { numRuns: RUNS })
  t.notOk(certifiedBytes(Uint8Array.of(0x12, 0x05, 0x00)).ok, 'bytes that end too early')
  t.end()
})
