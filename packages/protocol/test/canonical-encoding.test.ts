import { bytesToHex } from '@hanse/primitives'
import {
  type Codec,
  callCodec,
  decodeTransaction,
  eventCodec,
  logRecordCodec,
  prepareCodec,
  proposalBodyCodec,
  receiptCodec,
  statusCodec,
  storedBlockCodec,
  TRANSACTION_BYTES_MAX,
  transactionBodyCodec,
} from '@hanse/protocol'
import { test } from 'tap'

const hash = `0x${'ab'.repeat(32)}`
const hashBytes = 'ab'.repeat(32)

function bytes(hex: string): Uint8Array {
  return Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'))
}

function json(codec: Codec<unknown>, value: unknown): Uint8Array {
  const parsed = codec.parseJson(value)
  if (!parsed.ok) throw new Error(parsed.error.message)
  return codec.encode(parsed.value)
}

/** The canonical bytes are taken; each other spelling of the same content is refused with `encoding/<reason>`. */
interface Row {
  readonly name: string
  readonly codec: Codec<never>
  readonly canonical: string
  readonly others: Readonly<Record<string, readonly [hex: string, reason: string]>>
}

const prepare = `08 05 10 07 1a 20 ${hashBytes}`
const call = '0a 01 6d 12 01 63 1a 01 ff'

const ROWS: readonly Row[] = [
  {
    name: 'Prepare',
    codec: prepareCodec as Codec<never>,
    canonical: prepare,
    others: {
      'an unknown field at the end': [`${prepare} 20 01`, 'not-canonical'],
      'an unknown field in front': [`20 01 ${prepare}`, 'not-canonical'],
      'an unknown length-delimited field': [`${prepare} 7a 02 ff ff`, 'not-canonical'],
      'an unknown group': [`${prepare} 23 24`, 'not-canonical'],
      'the same field twice, equal': [`08 05 08 05 10 07 1a 20 ${hashBytes}`, 'not-canonical'],
      'the same field twice, different': [`08 04 08 05 10 07 1a 20 ${hashBytes}`, 'not-canonical'],
      'fields out of order': [`10 07 08 05 1a 20 ${hashBytes}`, 'not-canonical'],
      'a varint longer than needed': [`08 85 00 10 07 1a 20 ${hashBytes}`, 'not-canonical'],
      'a varint of ten bytes': [`08 85 80 80 80 80 80 80 80 80 00 10 07 1a 20 ${hashBytes}`, 'not-canonical'],
      'a tag longer than needed': [`88 00 05 10 07 1a 20 ${hashBytes}`, 'not-canonical'],
      'a length longer than needed': [`08 05 10 07 1a a0 00 ${hashBytes}`, 'not-canonical'],
      'another wire type for a number': [`09 05 00 00 00 00 00 00 00 10 07 1a 20 ${hashBytes}`, 'not-canonical'],
      'a number above 2^53 − 1': [`08 80 80 80 80 80 80 80 10 10 07 1a 20 ${hashBytes}`, 'bad-field'],
      'a number of 64 bits': [`08 ff ff ff ff ff ff ff ff ff 01 10 07 1a 20 ${hashBytes}`, 'bad-field'],
      'a varint of eleven bytes': [`08 ff ff ff ff ff ff ff ff ff ff 01 10 07 1a 20 ${hashBytes}`, 'malformed'],
      'a hash of 31 bytes': [`08 05 10 07 1a 1f ${'ab'.repeat(31)}`, 'bad-field'],
      'no hash': ['08 05 10 07', 'bad-field'],
      'a cut field': [prepare.slice(0, -4), 'malformed'],
      'field number 0': [`${prepare} 00 00`, 'malformed'],
      'an end without a group': [`${prepare} 24`, 'malformed'],
    },
  },
  {
    name: 'Prepare of view 0',
    codec: prepareCodec as Codec<never>,
    canonical: `10 07 1a 20 ${hashBytes}`,
    others: { 'an explicit default': [`08 00 10 07 1a 20 ${hashBytes}`, 'not-canonical'] },
  },
  {
    name: 'Status',
    codec: statusCodec as Codec<never>,
    canonical: `08 01 10 01 22 27 08 01 12 20 ${hashBytes} 1a 01 03`,
    others: {
      'a repeated number that is not packed': [`08 01 10 01 22 26 08 01 12 20 ${hashBytes} 18 03`, 'not-canonical'],
      'packed in two pieces': [`08 01 10 01 22 2a 08 01 12 20 ${hashBytes} 1a 01 02 1a 01 03`, 'not-canonical'],
    },
  },
  {
    name: 'Receipt',
    codec: receiptCodec as Codec<never>,
    canonical: `0a 20 ${hashBytes} 1a 08 72656a6563746564 22 03 612f62 28 00`,
    others: {
      'an outcome that is none': [`0a 20 ${hashBytes} 1a 01 78`, 'bad-field'],
      'an optional field after a later one': [`0a 20 ${hashBytes} 1a 08 72656a6563746564 28 00 22 03 612f62`, 'not-canonical'],
    },
  },
  {
    name: 'Call',
    codec: callCodec as Codec<never>,
    canonical: call,
    others: {
      'invalid UTF-8': ['0a 01 ff 12 01 63 1a 01 ff', 'malformed'],
      'UTF-8 longer than needed': ['0a 02 c1 ad 12 01 63 1a 01 ff', 'malformed'],
      'a name that no module has': ['0a 01 4d 12 01 63 1a 01 ff', 'bad-field'],
      'an empty name': ['12 01 63 1a 01 ff', 'bad-field'],
    },
  },
  {
    name: 'LogRecord',
    codec: logRecordCodec as Codec<never>,
    canonical: '42 02 10 03',
    others: {
      'two members': [`12 28 08 01 10 05 18 07 22 20 ${hashBytes} 42 02 10 03`, 'not-canonical'],
      'no member': ['', 'bad-field'],
      'the same member twice': ['42 02 10 03 42 02 10 03', 'not-canonical'],
      'the same member in two pieces': ['42 02 08 01 42 02 10 03', 'not-canonical'],
    },
  },
]

for (const { name, codec, canonical, others } of ROWS) {
  test(`${name} has one encoding`, (t) => {
    const decoded = codec.decode(bytes(canonical))
    t.match(decoded, { ok: true }, 'the canonical one')
    for (const [what, [hex, reason]] of Object.entries(others)) {
      t.match(codec.decode(bytes(hex)), { ok: false, error: { code: `encoding/${reason}` } }, what)
    }
    t.end()
  })
}

test('texts are in normal form C, without NUL', (t) => {
  const event = (type: string): Uint8Array =>
    Buffer.concat([bytes('0a 01 6d 12'), Uint8Array.of(Buffer.byteLength(type)), Buffer.from(type, 'utf8')])
  t.match(eventCodec.decode(event('é')), { ok: true }, 'composed')
  t.match(eventCodec.decode(event('e\u0301')), { ok: false, error: { code: 'encoding/bad-field', path: 'type' } }, 'decomposed')
  t.match(eventCodec.decode(event('a\0b')), { ok: false, error: { code: 'encoding/bad-field', path: 'type' } }, 'NUL')
  t.match(eventCodec.decode(event('\ufeffa')), { ok: true }, 'a byte order mark is a character like others')
  t.end()
})

test('nothing that is not canonical gets in by encoding', (t) => {
  const vote = { view: 1, height: 1, digest: hash }
  for (const wrong of [
    { view: 1.5 },
    { view: Number.NaN },
    { view: -1 },
    { view: 5n },
    { view: 2 ** 53 },
    { digest: '0xab' },
    { digest: hash.toUpperCase() },
  ]) {
    t.throws(() => prepareCodec.encode({ ...vote, ...wrong } as never), { name: 'InvariantError' })
  }
  const event = { module: 'm', type: 't', attributes: [] }
  for (const type of ['\ud800', 'e\u0301', '\0']) t.throws(() => eventCodec.encode({ ...event, type }), { name: 'InvariantError' })
  t.throws(() => logRecordCodec.encode({ type: 'constructor' } as never), { name: 'InvariantError' })
  t.end()
})

test('a message costs memory in proportion to its bytes', (t) => {
  // Two bytes an empty id: 2 million objects, were they all made before the limit of a list is looked at.
  const emptyIds = new Uint8Array(4 * 1024 * 1024).map((_, index) => (index % 2 === 0 ? 0x1a : 0))
  t.match(proposalBodyCodec.decode(emptyIds), { ok: false, error: { code: 'encoding/malformed', message: /65536 fields/ } })
  const unknown = new Uint8Array(4 * 1024 * 1024).map((_, index) => (index % 2 === 0 ? 0x7a : 0))
  t.match(proposalBodyCodec.decode(unknown), { ok: false, error: { code: 'encoding/malformed', message: /65536 fields/ } })
  const deep = Buffer.alloc(10_000, 0x0b)
  t.match(proposalBodyCodec.decode(deep), { ok: false, error: { code: 'encoding/malformed' } })
  t.end()
})

test('what a node may have written it can read: full receipts, blocks, log records', (t) => {
  const attributes = Array.from({ length: 32 }, (_, index) => ({ key: `k${index}`, value: '' }))
  const event = { module: 'm', type: 't', attributes }
  const receipt = { txId: hash, index: 0, outcome: 'success', events: Array.from({ length: 1_024 }, () => event) }
  t.match(receiptCodec.decode(json(receiptCodec, receipt)), { ok: true })
  const zero = { genesisHash: hash, parent: hash, txRoot: hash, receiptsRoot: hash, stateRoot: hash, validatorSetHash: hash }
  const header = {
    ...zero,
    nextValidatorSetHash: hash,
    paramsHash: hash,
    evidenceRoot: hash,
    version: 1,
    epoch: 0,
    height: 1,
    timeMs: 1,
    proposer: 0,
  }
  const receipts = Array.from({ length: 2_001 }, (_, index) => ({ ...receipt, index, events: [event] }))
  t.match(storedBlockCodec.decode(json(storedBlockCodec, { header, receipts })), { ok: true })
  t.end()
})

test('a full proposal and a full log record are inside the budget', (t) => {
  const ids = Array.from({ length: 10_000 }, (_, index) => `0x${index.toString(16).padStart(64, '0')}`)
  const body = { epoch: 0, height: 1, ids, timeMs: 1, proposer: 0 }
  t.match(proposalBodyCodec.decode(json(proposalBodyCodec, body)), { ok: true })
  const record = { type: 'proposal', body, transactions: ids.map(() => '0xff') }
  t.match(logRecordCodec.decode(json(logRecordCodec, record)), { ok: true })
  t.end()
})

test('what is decoded holds on to no frame', (t) => {
  const frame = Buffer.concat([bytes(call), Buffer.alloc(100_000)])
  const decoded = callCodec.decode(frame.subarray(0, bytes(call).length))
  t.ok(decoded.ok && decoded.value.params.buffer.byteLength === 1)
  const encoded = callCodec.encode({ module: 'm', command: 'c', params: Uint8Array.of(1) })
  t.equal(encoded.buffer.byteLength, encoded.length)
  t.end()
})

test('a transaction over the limit is refused before it is decoded', (t) => {
  t.match(decodeTransaction(new Uint8Array(TRANSACTION_BYTES_MAX + 1)), { ok: false, error: { code: 'tx/too-large' } })
  const body = json(transactionBodyCodec, {
    genesisHash: hash,
    chainId: 1,
    sender: `0x${'01'.repeat(20)}`,
    coSigners: [],
    expiresAtMs: 1,
    unique: `0x${'02'.repeat(16)}`,
    calls: [{ module: 'm', command: 'c', params: '0x' }],
  })
  t.equal(bytesToHex(body).slice(0, 6), '0x0a20')
  t.end()
})
