import type { Json } from '@hanse/protocol'
import type { HanseClient } from '@hanse/sdk'
import { test } from 'tap'
import { checkLiveQuorum } from '../src/governance/live-quorum.ts'

const NAMES = ['bank-a', 'bank-b', 'core-firm', 'supplier']

/** A client of bank-a's node, which is in touch with these. */
function clientOf(connected: readonly string[], validators = NAMES): HanseClient {
  const answers: Readonly<Record<string, unknown>> = {
    node_info: { organization: 'bank-a' },
    consensus_getValidators: { items: validators.map((organization) => ({ organization })) },
    net_peers: {
      items: [...validators, 'fifth'].map((organization) => ({ organization, connected: connected.includes(organization) })),
    },
  }
  return { call: async (method: string) => answers[method] } as unknown as HanseClient
}

const add = { type: 'addValidator', organization: 'fifth' }
const remove = { type: 'removeValidator', organization: 'supplier' }
const replace = { type: 'replaceKey', record: { organization: 'supplier' } }
const OF_FIVE = [...NAMES, 'fifth']

const ROWS: readonly (readonly [name: string, action: Json, connected: readonly string[], before: readonly string[], refused: boolean])[] =
  [
    ['all of five are up', add, ['bank-b', 'core-firm', 'supplier', 'fifth'], NAMES, false],
    ['the newcomer is not, four of five decide', add, ['bank-b', 'core-firm', 'supplier'], NAMES, false],
    ['nor is another', add, ['bank-b', 'core-firm'], NAMES, true],
    ['one that is down is removed', remove, ['bank-b', 'core-firm', 'fifth'], OF_FIVE, false],
    ['one that is up is removed, another is down', remove, ['bank-b', 'core-firm', 'supplier'], OF_FIVE, false],
    ['two are down', remove, ['bank-b', 'supplier'], OF_FIVE, true],
    ['who gets another key is away for a while', replace, ['bank-b', 'core-firm', 'supplier'], NAMES, false],
    ['and then nobody else may be', replace, ['bank-b', 'supplier'], NAMES, true],
    ['what concerns no validator', { type: 'changeParams', params: { window: 4 } }, [], NAMES, false],
    ['an observer', { type: 'admitObserver', record: { organization: 'fifth' } }, [], NAMES, false],
  ]

for (const [name, action, connected, before, refused] of ROWS) {
  test(`a change and who is up: ${name}`, async (t) => {
    const check = checkLiveQuorum(clientOf(connected, [...before]), action)
    const error = await check.then(
      () => undefined,
      (thrown: unknown) => thrown,
    )
    if (refused) t.match(error, { rejection: { code: 'gov/no-quorum', hint: /--force/ } })
    else t.equal(error, undefined)
  })
}
