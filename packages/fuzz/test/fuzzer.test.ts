import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Corpus, type FuzzTarget, fuzz, mutateBytes, mutateProtobuf, mutateText, parseOptions, UsageError } from '@hanse/fuzz'
import { createPrng } from '@hanse/primitives'
import { test } from 'tap'

const bytesOf = (text: string): Uint8Array => Buffer.from(text)

/** Breaks where a number field of the message is 2^53 or more: a reader that forgot its range. */
const careless: FuzzTarget = {
  name: 'careless',
  promise: 'none',
  shape: 'protobuf',
  seeds: () => [{ label: 'message', bytes: Uint8Array.of(0x08, 0x05, 0x12, 0x03, 0x61, 0x62, 0x63) }],
  check: ({ bytes }) => {
    if (bytes[0] !== 0x08) return 'refused'
    let value = 0
    for (let index = 1; index < bytes.length; index++) {
      value += ((bytes[index] as number) & 0x7f) * 128 ** (index - 1)
      if ((bytes[index] as number) < 0x80) break
    }
    if (value >= 2 ** 53) throw new RangeError(`a number of ${BigInt(value)}`)
    return 'accepted'
  },
}

test('a planted mistake is found, made small, and found again from its file', async (t) => {
  const { findings } = await fuzz(careless, { seed: 1, inputs: 5_000 })
  t.equal(findings.length, 1, 'once, however often it comes')
  const [finding] = findings
  t.match(finding?.error, /^RangeError: a number of/)
  t.ok((finding?.input.bytes.length ?? 99) <= 12, 'nothing is left but the number')
  const folder = mkdtempSync(join(tmpdir(), 'hanse-corpus-'))
  t.teardown(() => rmSync(folder, { recursive: true }))
  const corpus = new Corpus(folder)
  if (finding !== undefined) t.match(corpus.keep(careless, finding.input), /careless.message-[0-9a-f]{12}$/)
  const [kept] = corpus.read(careless)
  t.same([kept?.label, kept?.bytes], ['message', new Uint8Array(finding?.input.bytes ?? [])])
  t.same(corpus.read({ ...careless, name: 'another' }), [])
})

test('the same seed makes the same inputs', async (t) => {
  const run = async (seed: number) => {
    const seen: string[] = []
    const target: FuzzTarget = { ...careless, check: ({ bytes }) => `${seen.push(Buffer.from(bytes).toString('hex')) > 0}` }
    await fuzz(target, { seed, inputs: 300 })
    return seen
  }
  t.same(await run(7), await run(7))
  t.not((await run(8)).join(), (await run(7)).join())
})

test('changes of a message as such: each kind comes up, and most still read as messages', (t) => {
  const message = Uint8Array.of(0x08, 0x05, 0x12, 0x04, 0x08, 0x01, 0x10, 0x02, 0x1a, 0x02, 0x61, 0x62)
  const made = new Set<string>()
  for (let seed = 0; seed < 2_000; seed++) made.add(Buffer.from(mutateProtobuf(createPrng(seed), message, message)).toString('hex'))
  for (const [what, hex] of [
    ['a field left out', '120408011002' + '1a026162'],
    ['a field twice', '08050805' + '120408011002' + '1a026162'],
    ['a varint that is longer than it need be', '088500' + '120408011002' + '1a026162'],
    ['a field of an inner message left out', '0805' + '12020801' + '1a026162'],
    ['a message in two pieces', '0805' + '12020801' + '12021002' + '1a026162'],
  ] as const)
    t.ok(made.has(hex), what)
  t.ok(made.size > 200, `${made.size} different ones`)
  t.end()
})

test('changes never fail, whatever the bytes are', (t) => {
  for (let seed = 0; seed < 3_000; seed++) {
    const prng = createPrng(seed)
    const bytes = prng.bytes(prng.below(40))
    for (const mutate of [mutateProtobuf, mutateText, mutateBytes]) mutate(prng, bytes, prng.bytes(prng.below(20)))
    mutateText(prng, bytesOf('{"a": [1, "b"]}'), bytesOf('<x y="z"/>'))
  }
  t.pass()
  t.end()
})

test('options', (t) => {
  t.same(parseOptions(['all', '--seconds', '5', '--seed', '9', '--json']), { target: 'all', seconds: 5, seed: 9, json: true })
  for (const args of [[], ['a', 'b'], ['all', '--seconds', '0'], ['all', '--what']]) t.throws(() => parseOptions(args), UsageError)
  t.end()
})
