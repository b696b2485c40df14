import assert from 'node:assert/strict'
import { test } from 'node:test'
import { organizations } from '@hanse/modules'
import type { Json } from '@hanse/protocol'
import { createModuleHarness, type ModuleHarness } from '@hanse/state'
import { module } from '../src/module.ts'
import { ORGANIZATIONS, operator, START_MS } from './cast.ts'

/** A chain in memory: it checks every invariant after each block. */
function chain(genesis?: Json): ModuleHarness {
  return createModuleHarness({
    modules: [organizations, module],
    genesis: { organizations: ORGANIZATIONS, ...(genesis === undefined ? {} : { [module.name]: genesis }) },
    timeMs: START_MS,
  })
}

function grant(harness: ModuleHarness, change: { readonly [name: string]: Json } = {}, signer = 'shunhe') {
  const json = { from: 'shunhe', to: 'nanhai', points: 10, reason: 'a good year', ...change }
  return harness.send({ signers: [operator(signer)], calls: [{ module: module.name, command: 'grant', json }] })
}

const pointsOf = (harness: ModuleHarness, partyId: string) => harness.query(module.name, 'account', { partyId })

test('a firm gives points, and the receipt has the event', () => {
  const harness = chain()
  const receipt = grant(harness)
  assert.equal(receipt.outcome, 'success')
  assert.deepEqual(receipt.events[0]?.type, 'granted')
  grant(harness, { points: 5 })
  assert.deepEqual(pointsOf(harness, 'nanhai'), { ok: true, value: { partyId: 'nanhai', points: 15 } })
})

test('what is refused changes nothing and has a code', () => {
  const harness = chain()
  const rows: readonly (readonly [string, { readonly [name: string]: Json }, string?])[] = [
    ['loyalty/no-points', { points: 0 }],
    ['loyalty/too-many', { points: 1_000_001 }],
    ['organizations/unknown-party', { to: 'nobody' }],
    ['organizations/wrong-party', {}, 'nanhai'],
  ]
  for (const [code, change, signer] of rows) assert.equal(grant(harness, change, signer).code, code)
  assert.deepEqual(pointsOf(harness, 'nanhai'), { ok: true, value: { partyId: 'nanhai', points: 0 } })
})

test('it starts with what genesis, or the vote, says', () => {
  const harness = chain({ accounts: [{ partyId: 'nanhai', points: 7 }] })
  assert.deepEqual(pointsOf(harness, 'nanhai'), { ok: true, value: { partyId: 'nanhai', points: 7 } })
  assert.throws(() => chain({ accounts: [{ partyId: 'nobody', points: 7 }] }), /nobody is no party/)
  assert.throws(() => chain({ accounts: [{ partyId: 'nanhai', points: 1_000_001 }] }), /at most 1000000/)
})

test('params are read back from their bytes', () => {
  const { params } = module.commands.grant
  const value = { from: 'shunhe', to: 'nanhai', points: 10, reason: 'a good year' }
  const bytes = params.encode(value as never)
  assert.deepEqual(params.decode(bytes), { ok: true, value })
  assert.equal(params.decode(Uint8Array.from([...bytes, 0])).ok, false)
})
