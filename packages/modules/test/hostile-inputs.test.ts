import { MODULES, organizations, settlement, supervision } from '@hanse/modules'
import type { Address } from '@hanse/primitives'
import type { Codec, Json, JsonSchema } from '@hanse/protocol'
import { createModuleHarness, type HarnessCall, type HarnessTransaction, type ModuleHarness } from '@hanse/state'
import fc from 'fast-check'
import { test } from 'tap'
import {
  both,
  CAST,
  DAY_MS,
  KYC_UNTIL_MS,
  keyOf,
  leiOf,
  operatorTerms,
  organizationsGenesis,
  SETTLEMENT_GENESIS,
  START_MS,
} from './cast.ts'

/** What a codec takes gets a receipt, or an answer: whatever throws stops every validator at the same block. */

const JUDGED = [organizations, supervision, settlement]
/** Keys that no party of the cast has. */
const SPARE_KEYS = Array.from({ length: 80 }, (_, number) => `spare-${number}`)

function chain(): ModuleHarness {
  const notice = { noticeHeights: 2, emergencyNoticeHeights: 1, utcOffsetMinutes: 480 }
  const genesis = { organizations: organizationsGenesis(), supervision: notice, settlement: SETTLEMENT_GENESIS }
  return createModuleHarness({ modules: JUDGED, genesis, timeMs: START_MS })
}

const partyIds = fc.oneof(fc.constantFrom(...CAST.map(({ partyId }) => partyId)), fc.constantFrom('newcomer', 'other', 'z'.repeat(64)))
const keyNames = fc.oneof(fc.constantFrom(...SPARE_KEYS), fc.constantFrom(...CAST.map(({ partyId }) => `${partyId}/maker`)))

/** By the name of a field: what gets past the first look of a command. The rest follows from the schema. */
const BY_NAME: Readonly<Record<string, fc.Arbitrary<Json>>> = {
  partyId: partyIds,
  from: partyIds,
  to: partyIds,
  address: keyNames.map((name) => keyOf(name).address),
  lei: fc.nat(500).map(leiOf),
  uscc: fc.constant('91350100M000100Y43'),
  bic: fc.constant('DEMACNB0'),
  cnaps: fc.constant('102588000001'),
  gln: fc.constant('4006381333931'),
  country: fc.constantFrom('CN', 'CN', 'CN', 'XX'),
  currency: fc.constantFrom('CNY', 'VND', 'USD'),
  algorithm: fc.constantFrom(...Array.from({ length: 10 }, () => 1), 0, 255),
  publicKey: fc.oneof(
    { weight: 10, arbitrary: keyNames.map((name) => operatorTerms(name, [])['publicKey'] as Json) },
    { weight: 1, arbitrary: fc.constantFrom(...[32, 33, 65].map((size) => `0x${'ff'.repeat(size)}`)) },
  ),
  countries: fc.constantFrom(['CN'], ['VN', 'CN'], ['XX']),
  effectiveFrom: fc.constantFrom(0, 3, 6, 20, Number.MAX_SAFE_INTEGER),
  period: fc.constantFrom('2026-02', '2026-03', '9999-12'),
  version: fc.constantFrom(1, 1, 2, Number.MAX_SAFE_INTEGER),
  validUntilMs: fc.constantFrom(0, START_MS + DAY_MS, KYC_UNTIL_MS, Number.MAX_SAFE_INTEGER),
  expiresAtMs: fc.constantFrom(0, START_MS + 10_000, START_MS + DAY_MS, START_MS + 31 * DAY_MS, Number.MAX_SAFE_INTEGER),
  amount: fc.constantFrom(...[0n, 1n, 999_999n, 1_000_000n, 1n << 127n, (1n << 128n) - 1n].map((value) => `${value}`)),
}

function valuesOf(schema: JsonSchema, name = ''): fc.Arbitrary<Json> {
  const named = BY_NAME[name]
  if (named !== undefined) return named
  if (schema['const'] !== undefined) return fc.constant(schema['const'] as Json)
  if (schema['oneOf'] !== undefined) return fc.oneof(...(schema['oneOf'] as readonly JsonSchema[]).map((one) => valuesOf(one)))
  if (schema['enum'] !== undefined) return fc.constantFrom(...(schema['enum'] as readonly Json[]))
  switch (schema['type']) {
    case 'object': {
      const members = Object.entries(schema['properties'] as Readonly<Record<string, JsonSchema>>)
      const fields = Object.fromEntries(members.map(([member, one]) => [member, valuesOf(one, member)]))
      return fc.record(fields, { requiredKeys: schema['required'] as string[] }) as fc.Arbitrary<Json>
    }
    case 'array': {
      const { minItems, maxItems } = schema as { readonly minItems: number; readonly maxItems: number }
      const item = valuesOf(schema['items'] as JsonSchema, name === 'revoke' ? 'address' : '')
      return fc.array(item, { minLength: minItems, maxLength: Math.min(maxItems, minItems + 3) }) as fc.Arbitrary<Json>
    }
    case 'boolean':
      return fc.boolean()
    case 'integer':
      return fc.constantFrom(schema['minimum'] as number, schema['maximum'] as number)
    default:
      return textsOf(schema)
  }
}

/** The shortest and the longest, of one, two, three and four bytes a character. */
function textsOf(schema: JsonSchema): fc.Arbitrary<string> {
  const { pattern, maxLength = 66, minLength = 1 } = schema as { readonly pattern?: string; maxLength?: number; minLength?: number }
  if (pattern?.startsWith('^0x') === true) return fc.constantFrom(`0x${'00'.repeat(32)}`, `0x${'ab'.repeat(32)}`)
  if (pattern?.startsWith('^[0-9]') === true) return fc.constantFrom('0', '9'.repeat(maxLength))
  const plain = ['x'.repeat(minLength), 'Z'.repeat(maxLength)]
  return fc.constantFrom(...plain, 'é'.repeat(maxLength), '貨'.repeat(maxLength), '😀'.repeat(Math.floor(maxLength / 2)))
}

const hostile = fc.oneof(
  ...JUDGED.flatMap(({ name: module, commands }) =>
    Object.entries(commands).map(([command, { params }]) => {
      const codec = params as unknown as Codec<unknown>
      const taken = valuesOf(codec.jsonSchema).filter((json) => codec.parseJson(json).ok)
      return taken.map((json) => ({ module, command, json }))
    }),
  ),
)

/** Who can have a command succeed: the others fail at its first line. */
function actorOf({ command, json }: { readonly command: string; readonly json: Json }): fc.Arbitrary<string> {
  if (['registerParty', 'setKyc', 'recoverOperators'].includes(command)) return fc.constant('association')
  if (command === 'mint' || command === 'redeem') return fc.constant('settlement-bank')
  if (Object.hasOwn(supervision.commands, command)) return fc.constantFrom('regulator', 'regulator', 'court', 'bank-a')
  const { from } = json as { readonly from?: string }
  return from === undefined ? partyIds : fc.constant(from)
}

const transactions: fc.Arbitrary<HarnessTransaction> = fc.array(hostile, { minLength: 1, maxLength: 2 }).chain((calls) =>
  fc.record(
    {
      signers: fc.oneof(
        { weight: 5, arbitrary: actorOf(calls[0] as HarnessCall & { json: Json }).map(both) },
        { weight: 1, arbitrary: keyNames.map((name): readonly Address[] => [keyOf(name).address]) },
      ),
      calls: fc.constant(calls),
      clientRef: fc.constantFrom('x', 'y', 'Z'.repeat(64), '貨'.repeat(64)),
    },
    { requiredKeys: ['signers', 'calls'] },
  ),
)

const questions = fc.oneof(
  ...JUDGED.flatMap(({ name: module, queries }) =>
    Object.entries(queries).map(([query, { args }]) =>
      valuesOf((args as Codec<never>).jsonSchema).map((json) => ({ module, query, json })),
    ),
  ),
)

/** Money to lose, a little of it in every block. */
const opening: HarnessTransaction = {
  signers: both('settlement-bank'),
  calls: CAST.map(({ partyId: to }) => ({
    module: 'settlement',
    command: 'mint',
    json: { currency: 'VND', to, amount: '1000000', reference: 'opening' },
  })),
}

test('any call that the codec takes gets a receipt, any question an answer', (t) => {
  const block = fc.record({
    given: fc.array(transactions, { maxLength: 12 }),
    asked: fc.array(questions, { maxLength: 6 }),
    days: fc.nat(3),
  })
  const succeeded = new Set<string>()
  fc.assert(
    fc.property(fc.array(block, { maxLength: 12 }), (blocks) => {
      const harness = chain()
      for (const { given, asked, days } of blocks) {
        const { receipts } = harness.block([opening, ...given])
        for (const [index, { outcome }] of receipts.entries())
          if (outcome === 'success') for (const one of given[index - 1]?.calls ?? []) succeeded.add(`${one.module}.${one.command}`)
        for (const { module, query, json } of asked) harness.query(module, query, json)
        if (days > 0) harness.advance(days * DAY_MS)
      }
    }),
    { numRuns: 40 },
  )
  t.ok(succeeded.size > 3, 'not by refusing everything')
  t.end()
})

test('deadlines that fall together are worked off over several blocks', (t) => {
  const guests = Array.from({ length: 1_100 }, (_, number) => ({
    partyId: `guest-${number}`,
    name: `Guest ${number}`,
    roles: ['supplier'],
    lei: leiOf(1_000 + number),
  }))
  const harness = createModuleHarness({
    modules: MODULES,
    genesis: { organizations: organizationsGenesis([...CAST, ...guests]), settlement: SETTLEMENT_GENESIS },
    timeMs: START_MS,
  })
  const lapses = [harness.advance(KYC_UNTIL_MS - START_MS), ...Array.from({ length: 6 }, () => harness.advance(1_000))]
  t.same(
    lapses.map(({ blockReceipt }) => blockReceipt?.events.length ?? 0),
    [200, 200, 200, 200, 200, 111, 0],
  )
  t.end()
})
