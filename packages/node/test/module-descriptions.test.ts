import { settlement } from '@hanse/modules'
import type { Hash } from '@hanse/primitives'
import type { ModuleEntry, VotedModule } from '@hanse/protocol'
import { defineEvent, type InstalledModule, type LedgerModules } from '@hanse/state'
import { test } from 'tap'
import { describeModules, knownModules } from '../src/module-descriptions.ts'
import { installedModules } from '../src/own-modules/installed-modules.ts'
import { CHAIN } from './support/solo-genesis.ts'

const hashOf = (version: number): Hash => `0x${`${version}`.padStart(64, '0')}` as Hash

function points(version: number, ...types: readonly string[]): InstalledModule {
  const events = Object.fromEntries(types.map((type) => [type, defineEvent({ summary: type, attributes: {} })]))
  return {
    ...{ name: 'points', version, summary: '', commands: {}, queries: {}, invariants: {}, uses: [], events },
    packageHash: hashOf(version),
  }
}

function voted(version: number, height: number): VotedModule {
  return { proposal: `${version}`, module: { name: 'points', version, hash: hashOf(version) }, height }
}

/** What the chain of the tests becomes by these votes. */
function after(active: readonly VotedModule[], scheduled: readonly VotedModule[], ordered: readonly InstalledModule[] = []): LedgerModules {
  const ofGenesis: readonly ModuleEntry[] = CHAIN.genesis.modules
  return { set: { active, scheduled }, entries: [...ofGenesis, ...active.map(({ module }) => module)], ordered, missing: [] }
}

function typesOf(modules: LedgerModules, own: readonly InstalledModule[]): readonly string[] | string {
  const known = knownModules(CHAIN, modules, installedModules(own)).find(({ name }) => name === 'points')
  if (known === undefined) return 'no such module'
  return known.names === undefined ? 'any' : [...known.names.events.keys()].sort()
}

test('names are those of the modules that the chain had, has, or will have', (t) => {
  const [one, two, three] = [points(1, 'given'), points(2, 'given', 'spent'), points(3, 'expired')]
  t.equal(typesOf(after([], []), [one]), 'no such module', 'what is only installed is none of the chain')
  t.same(typesOf(after([], [voted(1, 9)]), [one]), ['given'], 'scheduled')
  t.equal(typesOf(after([], [voted(1, 9)]), []), 'any', 'scheduled, and not here')
  t.same(typesOf(after([voted(1, 5)], [voted(2, 9)]), [one, two]), ['given', 'spent'])
  t.same(typesOf(after([voted(2, 5)], []), [one, two]), ['given', 'spent'], 'blocks have events of what was replaced')
  t.equal(typesOf(after([voted(2, 5)], []), [two]), 'any', 'what was replaced is not here')
  t.equal(typesOf(after([voted(3, 5)], []), [one, three]), 'any', 'what may have been between is not here')
  t.end()
})

test('a module of the software is known whole, and is not one’s own', (t) => {
  const known = knownModules(CHAIN, after([], []), installedModules([]))
  t.same(
    known.map(({ name }) => name),
    CHAIN.genesis.modules.map(({ name }) => name),
  )
  const { isOwn, names } = known.find(({ name }) => name === 'settlement') ?? {}
  t.equal(isOwn, undefined)
  t.same(names?.commands, ['mint', 'redeem', 'transfer', 'claimParked'])
  t.same(names?.events.get('transferred'), ['currency', 'from', 'to', 'amount', 'reference'])
  t.end()
})

test('events are described with the schemas of their attributes', (t) => {
  const [described] = describeModules(after([], [], [settlement]))
  t.match(described?.events, [
    { type: 'minted', summary: String, attributes: { required: ['currency', 'issuer', 'to', 'amount', 'reference'] } },
    { type: 'redeemed' },
    { type: 'transferred', attributes: { properties: { amount: { type: 'string', description: 'integer minor units, decimal' } } } },
  ])
  t.end()
})
