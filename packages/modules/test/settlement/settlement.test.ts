import { organizations, settlement, supervision } from '@hanse/modules'
import type { Address } from '@hanse/primitives'
import { callCodec, taggedHash } from '@hanse/protocol'
import { createModuleHarness, type HarnessCall, type ModuleHarness } from '@hanse/state'
import fc from 'fast-check'
import { test } from 'tap'
import { address, both, CAST, leiOf, organizationsGenesis, SETTLEMENT_GENESIS, START_MS } from '../cast.ts'

function chain(): ModuleHarness {
  return createModuleHarness({
    modules: [organizations, supervision, settlement],
    genesis: { organizations: organizationsGenesis(), settlement: SETTLEMENT_GENESIS },
    timeMs: START_MS,
  })
}

function call(command: string, json: { readonly [key: string]: string }): HarnessCall {
  return { module: 'settlement', command, json: { reference: 'test', ...json } }
}

function codeOf(harness: ModuleHarness, signers: readonly Address[], one: HarnessCall): string {
  const { outcome, code } = harness.send({ signers, calls: [one] })
  return outcome === 'success' ? 'success' : (code ?? 'no code')
}

function balance(harness: ModuleHarness, partyId: string, currency = 'CNY'): string {
  const answer = harness.query('settlement', 'balance', { partyId, currency })
  return answer.ok ? (answer.value as { amount: string }).amount : answer.error.code
}

test('money comes from the issuer, moves, and goes back to it', (t) => {
  const harness = chain()
  const issuer = both('settlement-bank')
  t.equal(codeOf(harness, issuer, call('mint', { currency: 'CNY', to: 'bank-a', amount: '1000' })), 'success')
  t.equal(
    codeOf(harness, [address('bank-a')], call('transfer', { from: 'bank-a', to: 'nanhai', currency: 'CNY', amount: '400' })),
    'success',
  )
  t.same([balance(harness, 'bank-a'), balance(harness, 'nanhai'), balance(harness, 'bank-b')], ['600', '400', '0'])
  t.equal(balance(harness, 'nanhei'), 'organizations/unknown-party', 'who does not exist is not one who holds nothing')
  t.match(harness.query('settlement', 'balances', { partyId: 'nanhei' }), { ok: false, error: { path: 'partyId' } })
  const back = call('transfer', { from: 'nanhai', to: 'settlement-bank', currency: 'CNY', amount: '400' })
  t.equal(codeOf(harness, [address('nanhai')], back), 'success')
  t.equal(codeOf(harness, issuer, call('redeem', { currency: 'CNY', amount: '400' })), 'success')
  const supply = harness.query('settlement', 'supply', { currency: 'CNY' })
  t.match(supply, { ok: true, value: { minted: '1000', redeemed: '400', outstanding: '600', exponent: 2 } })
  const events = harness.send({ signers: issuer, calls: [call('mint', { currency: 'VND', to: 'bank-a', amount: '5' })] }).events
  t.match(events, [
    {
      module: 'settlement',
      type: 'minted',
      attributes: [
        { key: 'amount', value: '5' },
        { key: 'currency', value: 'VND' },
      ],
    },
  ])
  t.end()
})

test('refusals', (t) => {
  const harness = chain()
  const issuer = both('settlement-bank')
  const bank = [address('bank-a')]
  const mint = { currency: 'CNY', to: 'bank-a', amount: '1000' }
  const pay = { from: 'bank-a', to: 'bank-b', currency: 'CNY', amount: '100' }
  t.equal(codeOf(harness, issuer, call('mint', mint)), 'success')
  const rows: readonly (readonly [string, readonly Address[], string, { readonly [key: string]: string }])[] = [
    ['settlement/insufficient-funds', bank, 'transfer', { ...pay, amount: '1001' }],
    ['settlement/zero-amount', bank, 'transfer', { ...pay, amount: '0' }],
    ['settlement/same-account', bank, 'transfer', { ...pay, to: 'bank-a' }],
    ['settlement/unknown-currency', bank, 'transfer', { ...pay, currency: 'USD' }],
    ['organizations/unknown-party', bank, 'transfer', { ...pay, to: 'nobody' }],
    ['organizations/wrong-party', bank, 'transfer', { ...pay, from: 'bank-b' }],
    ['organizations/wrong-party', both('bank-a'), 'mint', mint],
    ['organizations/four-eyes-required', [address('settlement-bank')], 'mint', mint],
    ['settlement/zero-amount', issuer, 'mint', { ...mint, amount: '0' }],
    ['settlement/supply-limit', issuer, 'mint', { ...mint, amount: ((1n << 128n) - 1n).toString() }],
    ['settlement/unknown-currency', issuer, 'mint', { ...mint, currency: 'USD' }],
    ['settlement/insufficient-funds', issuer, 'redeem', { currency: 'CNY', amount: '1' }],
    ['settlement/zero-amount', issuer, 'redeem', { currency: 'CNY', amount: '0' }],
  ]
  for (const [code, signers, command, json] of rows) t.equal(codeOf(harness, signers, call(command, json)), code, `${command}: ${code}`)
  t.equal(balance(harness, 'bank-a'), '1000')
  const poor = harness.simulate({ signers: bank, calls: [call('transfer', { ...pay, amount: '1001' })] })
  t.equal(poor.rejection?.message, 'bank-a holds 10.00 CNY, 10.01 CNY are needed (ISO 20022 AM04)')
  t.end()
})

test('from the threshold on a payment needs four eyes', (t) => {
  const harness = chain()
  t.equal(codeOf(harness, both('settlement-bank'), call('mint', { currency: 'VND', to: 'bank-a', amount: '5000000' })), 'success')
  const pay = (amount: string): HarnessCall => call('transfer', { from: 'bank-a', to: 'bank-b', currency: 'VND', amount })
  t.equal(codeOf(harness, [address('bank-a')], pay('999999')), 'success')
  t.equal(codeOf(harness, [address('bank-a')], pay('1000000')), 'organizations/four-eyes-required')
  t.equal(codeOf(harness, both('bank-a'), pay('1000000')), 'success')
  t.end()
})

test('what one operator pays in one transaction adds up to the threshold', (t) => {
  const harness = chain()
  const issuer = both('settlement-bank')
  for (const currency of ['VND', 'CNY'])
    t.equal(codeOf(harness, issuer, call('mint', { currency, to: 'bank-a', amount: '90000000' })), 'success')
  const pay = (amount: string, more: { readonly [key: string]: string } = {}): HarnessCall =>
    call('transfer', { from: 'bank-a', to: 'bank-b', currency: 'VND', amount, ...more })
  const run = (signers: readonly Address[], ...calls: readonly HarnessCall[]): string => {
    const { outcome, code, callIndex } = harness.send({ signers, calls })
    return outcome === 'success' ? 'success' : `${code} at ${callIndex}`
  }
  const alone = [address('bank-a')]
  t.equal(run(alone, pay('600000'), pay('399999')), 'success', 'below it in all')
  t.equal(run(alone, pay('600000'), pay('399999')), 'success', 'another transaction counts anew')
  t.equal(run(alone, pay('600000'), pay('400000')), 'organizations/four-eyes-required at 1')
  t.equal(run(alone, ...Array.from({ length: 10 }, () => pay('999999'))), 'organizations/four-eyes-required at 1')
  t.equal(run(alone, pay('600000'), pay('400000', { to: 'nanhai' })), 'organizations/four-eyes-required at 1', 'whoever is paid')
  t.equal(run(alone, pay('600000'), pay('90000000', { currency: 'CNY' }), pay('399999')), 'success', 'of one currency')
  t.equal(run(both('bank-a'), pay('600000'), pay('400000')), 'success')
  const back = pay('600000', { from: 'bank-b', to: 'bank-a' })
  t.equal(run([address('bank-a'), address('bank-b')], pay('600000'), back, pay('399999')), 'success', 'of one payer')
  const { receipts } = harness.block(Array.from({ length: 3 }, () => ({ signers: alone, calls: [pay('999999')] })))
  t.same(
    receipts.map(({ outcome }) => outcome),
    ['success', 'success', 'success'],
    'several transactions of one block do not add up',
  )
  t.end()
})

test('a payment with four eyes leaves the payer what one operator may pay alone', (t) => {
  const harness = chain()
  t.equal(codeOf(harness, both('settlement-bank'), call('mint', { currency: 'VND', to: 'bank-a', amount: '9000000' })), 'success')
  const large = call('transfer', { from: 'bank-a', to: 'bank-b', currency: 'VND', amount: '2000000' })
  const small = call('transfer', { from: 'bank-a', to: 'bank-b', currency: 'VND', amount: '900000' })
  const params = settlement.commands['transfer']?.params
  const parsed = params?.parseJson('json' in large ? large.json : {})
  if (params === undefined || parsed?.ok !== true) throw new Error('no such call')
  const callDigest = taggedHash(
    'call',
    callCodec.encode({ module: 'settlement', command: 'transfer', params: params.encode(parsed.value) }),
  )
  const propose = { module: 'organizations', command: 'propose', json: { callDigest, expiresAtMs: START_MS + 60_000 } }
  t.equal(codeOf(harness, [address('bank-a')], propose), 'success')
  const confirmed = harness.send({ signers: [address('bank-a', 'checker')], calls: [small, large] })
  t.equal(confirmed.outcome, 'success', 'the large one was proposed, the small one needs nobody')
  t.end()
})

test('a genesis that does not add up makes no chain', (t) => {
  const attempt =
    (genesis: { readonly currencies: readonly object[]; readonly balances: readonly object[] }): (() => void) =>
    () => {
      createModuleHarness({
        modules: [organizations, supervision, settlement],
        genesis: { organizations: organizationsGenesis(), settlement: genesis as never },
        timeMs: START_MS,
      })
    }
  const cny = { currency: 'CNY', issuer: 'bank-a' }
  t.throws(attempt({ currencies: [cny, cny], balances: [] }), /CNY stands twice/)
  t.throws(attempt({ currencies: [{ currency: 'CNY', issuer: 'nobody' }], balances: [] }), /no party/)
  t.throws(attempt({ currencies: [cny], balances: [{ partyId: 'nanhai', currency: 'VND', amount: '1' }] }), /no currency VND/)
  t.throws(attempt({ currencies: [cny], balances: [{ partyId: 'nanhai', currency: 'CNY', amount: '0' }] }), /zero/)
  t.doesNotThrow(attempt({ currencies: [cny], balances: [{ partyId: 'nanhai', currency: 'CNY', amount: '1' }] }))
  t.end()
})

const PAYERS = ['settlement-bank', 'bank-a', 'bank-b', 'nanhai'] as const
const step = fc.record({
  command: fc.constantFrom('mint', 'redeem', 'transfer'),
  from: fc.constantFrom(...PAYERS),
  to: fc.constantFrom(...PAYERS),
  amount: fc.bigInt({ min: 0n, max: 40n }),
})

test('any sequence conserves money and no account falls below zero', (t) => {
  fc.assert(
    fc.property(fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { maxLength: 40 }), (blocks) => {
      const harness = chain()
      const model = new Map<string, bigint>()
      const held = (partyId: string): bigint => model.get(partyId) ?? 0n
      for (const steps of blocks) {
        const { receipts } = harness.block(
          steps.map(({ command, from, to, amount }) => {
            const signers = command === 'transfer' ? [address(from)] : both('settlement-bank')
            const given = { currency: 'CNY', amount: `${amount}` }
            return {
              signers,
              calls: [call(command, command === 'transfer' ? { ...given, from, to } : command === 'mint' ? { ...given, to } : given)],
            }
          }),
        )
        for (const [index, { command, from, to, amount }] of steps.entries()) {
          const payer = command === 'mint' ? undefined : command === 'redeem' ? 'settlement-bank' : from
          const possible = amount > 0n && (payer === undefined || held(payer) >= amount) && !(command === 'transfer' && from === to)
          if ((receipts[index]?.outcome === 'success') !== possible)
            throw new Error(`${command} ${from} ${to} ${amount}: ${receipts[index]?.code}`)
          if (!possible) continue
          if (payer !== undefined) model.set(payer, held(payer) - amount)
          if (command !== 'redeem') model.set(to, held(to) + amount)
        }
      }
      for (const partyId of PAYERS)
        if (balance(harness, partyId) !== `${held(partyId)}`) throw new Error(`${partyId} differs from the model`)
    }),
    { numRuns: 40 },
  )
  t.pass('model and chain agree, and the invariant was checked after every block')
  t.end()
})

test('a platform has no account: nobody pays it, mints to it or opens with its money', (t) => {
  const platform = { partyId: 'platform', name: 'Platform', roles: ['platform'], lei: leiOf(50) }
  const genesis = (balances: readonly { readonly [key: string]: string }[]) => ({
    organizations: organizationsGenesis([...CAST, platform]),
    settlement: { ...(SETTLEMENT_GENESIS as object), balances: [...balances] },
  })
  const modules = [organizations, supervision, settlement]
  const money = { currency: 'CNY', amount: '1000' }
  const harness = createModuleHarness({ modules, genesis: genesis([{ ...money, partyId: 'nanhai' }]), timeMs: START_MS })
  const fee = call('transfer', { ...money, from: 'nanhai', to: 'platform' })
  t.equal(codeOf(harness, [address('nanhai')], fee), 'settlement/platform-account')
  t.equal(codeOf(harness, both('settlement-bank'), call('mint', { ...money, to: 'platform' })), 'settlement/platform-account')
  t.throws(
    () => createModuleHarness({ modules, genesis: genesis([{ ...money, partyId: 'platform' }]), timeMs: START_MS }),
    /platform is a platform/,
  )
  t.end()
})
