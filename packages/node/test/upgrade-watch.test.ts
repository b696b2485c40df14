import type { Logger } from '@hanse/ports'
import { DEFAULT_CHAIN_PARAMS } from '@hanse/protocol'
import type { Ledger, LedgerRules } from '@hanse/state'
import { test } from 'tap'
import { missingReasons, UpgradeWatch } from '../src/upgrade-watch.ts'
import { SILENT } from './support/test-chain.ts'

const AT = 1_000
const MODULES: Ledger['modules'] = { set: { active: [], scheduled: [] }, entries: [], ordered: [], missing: [] }
const PLAIN: LedgerRules = { version: 2, params: DEFAULT_CHAIN_PARAMS, scheduled: [], longestTimeToLiveMs: 600_000 }
const VOTED: LedgerRules = { ...PLAIN, scheduled: [{ proposal: '7', height: AT, version: 9 }], unknown: { version: 9, height: AT } }

test('a version that this software does not know is told at once, again and again, and ends the node before its height', (t) => {
  const errors: number[] = []
  const fatal: unknown[] = []
  const logger: Logger = { ...SILENT, error: (fields) => void errors.push(fields['height'] as number) }
  const watch = new UpgradeWatch({ logger, onFatal: (error) => void fatal.push(error) })
  watch.check({ modules: MODULES, rules: PLAIN }, 899)
  for (let height = 901; height < AT - 1; height++) watch.check({ modules: MODULES, rules: VOTED }, height)
  t.same(errors.slice(0, 4), [901, 920, 940, 960])
  t.equal(errors.at(-1), AT - 2)
  t.same(fatal, [])
  watch.check({ modules: MODULES, rules: VOTED }, AT - 1)
  t.match(fatal, [{ code: 'node/protocol-too-old', message: /from height 1000 on the chain is of protocol version 9/ }])
  t.end()
})

test('a change of the rules is told when it is voted for and when it holds; the status names what this node will not know', (t) => {
  const told: string[] = []
  const logger: Logger = { ...SILENT, info: (_fields, message) => void told.push(message) }
  const watch = new UpgradeWatch({ logger, onFatal: () => t.fail('it knows every version') })
  const { unknown: _, ...known } = VOTED
  for (const rules of [PLAIN, known, known, { ...PLAIN, version: 9 }]) watch.check({ modules: MODULES, rules }, 5)
  t.same(told, ['votes change the rules of the chain', 'the rules of the chain have changed'])
  t.same(missingReasons({ modules: MODULES, rules: PLAIN }), [])
  t.same(missingReasons({ modules: MODULES, rules: VOTED }), ['does not know protocol version 9, in force from height 1000 on'])
  t.end()
})
