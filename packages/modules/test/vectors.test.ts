import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { MODULES } from '@hanse/modules'
import { bytesToHex, type Hex, hexToBytes } from '@hanse/primitives'
import type { Codec, Json } from '@hanse/protocol'
import { test } from 'tap'

/** Params of commands in docs/vectors: JSON beside bytes, for a client in another language. */

const FOLDER = join(import.meta.dirname, '../../../docs/vectors')
const AMOUNT_MAX = (2n ** 128n - 1n).toString()

interface Params {
  readonly module: string
  readonly command: string
  readonly params: Json
  readonly bytes: Hex
}
interface Refused {
  readonly reason: string
  readonly module: string
  readonly command: string
  readonly bytes: Hex
  readonly code: string
}

function codecOf(module: string, command: string): Codec<unknown> {
  const found = MODULES.find(({ name }) => name === module)?.commands[command]?.params
  if (found === undefined) throw new Error(`no command ${module}.${command}`)
  return found as unknown as Codec<unknown>
}

function encoded(command: string, params: Json): Params {
  const codec = codecOf('settlement', command)
  const parsed = codec.parseJson(params)
  if (!parsed.ok) throw new Error(parsed.error.message)
  return { module: 'settlement', command, params, bytes: bytesToHex(codec.encode(parsed.value)) }
}

function paramsFile(): { readonly accepted: readonly Params[]; readonly refused: readonly Refused[] } {
  const transfer = { from: 'bank-a', to: 'supplier', currency: 'CNY', amount: '1000', reference: 'invoice 17' }
  const mint = { currency: 'EUR', to: 'bank-a', amount: '12345678', reference: 'Einlage für Mai' }
  const good = encoded('transfer', transfer).bytes
  const changed = (bytes: string, by: string): Hex => good.replace(bytes, by) as Hex
  const refused: readonly (readonly [string, Hex, string])[] = [
    ['an amount with a leading zero byte', changed('220203e8', '22030003e8'), 'encoding/bad-field'],
    ['an amount of 17 bytes', changed('220203e8', `2211${'01'.repeat(17)}`), 'encoding/bad-field'],
    ['an amount of 0 that is written', changed('220203e8', '2200'), 'encoding/not-canonical'],
    ['a currency that the chain does not know', changed('434e59', '585858'), 'encoding/bad-field'],
    ['a field that does not exist', `${good}3001`, 'encoding/not-canonical'],
  ]
  return {
    accepted: [
      encoded('transfer', transfer),
      encoded('transfer', { ...transfer, amount: '0' }),
      encoded('transfer', { ...transfer, amount: '255' }),
      encoded('transfer', { ...transfer, amount: '256' }),
      encoded('transfer', { ...transfer, amount: AMOUNT_MAX }),
      encoded('mint', mint),
      encoded('mint', { ...mint, reserveHash: `0x${'5a'.repeat(32)}` }),
      encoded('mint', { ...mint, amount: '0' }),
    ],
    refused: refused.map(([reason, bytes, code]) => ({ reason, module: 'settlement', command: 'transfer', bytes, code })),
  }
}

function read<T>(name: string): T {
  return JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as T
}

test('docs/vectors/params.json is what the code makes', (t) => {
  const content = paramsFile()
  if (process.env['HANSE_UPDATE_VECTORS'] !== undefined)
    writeFileSync(join(FOLDER, 'params.json'), `${JSON.stringify(content, undefined, 2)}\n`)
  t.strictSame(read('params.json'), content, 'with HANSE_UPDATE_VECTORS=1 this test writes it anew')
  t.end()
})

test('its bytes are read, or refused, as it says', (t) => {
  const { accepted, refused } = read<ReturnType<typeof paramsFile>>('params.json')
  for (const { module, command, params, bytes } of accepted) {
    const codec = codecOf(module, command)
    const decoded = codec.decode(hexToBytes(bytes))
    t.strictSame(decoded.ok && codec.toJson(decoded.value), params, bytes)
  }
  for (const { reason, module, command, bytes, code } of refused) {
    t.match(codecOf(module, command).decode(hexToBytes(bytes)), { ok: false, error: { code } }, reason)
  }
  t.end()
})

test('every call of docs/vectors/transactions.json has params of its command', (t) => {
  interface Accepted {
    readonly body: { readonly calls: readonly Params[] }
  }
  const calls = read<{ readonly accepted: readonly Accepted[] }>('transactions.json').accepted.flatMap(({ body }) => body.calls)
  t.ok(calls.length > 0)
  for (const { module, command, params } of calls) {
    t.match(codecOf(module, command).decode(hexToBytes(params as Hex)), { ok: true }, `${module}.${command}`)
  }
  t.end()
})
