import { listRoot } from '@hanse/modules'
import type { Hash } from '@hanse/primitives'
import { EMPTY_MERKLE_ROOT } from '@hanse/protocol'
import { test } from 'tap'
import { address, both } from '../cast.ts'
import { type Args, type Desk, HASH, openDesk } from './desk.ts'

const ENTRIES = ['11', '22'].map((digits) => `0x${digits.repeat(32)}` as Hash)
const ROOT = listRoot(ENTRIES)
const FIRST: Args = { listId: 'un', version: 1, root: ROOT, count: 2, documentHash: HASH, effectiveFrom: 5 }
const EMPTY = { root: EMPTY_MERKLE_ROOT, count: 0 }

function current(desk: Desk, listId = 'un'): Args {
  return (desk.query('list', { listId })['list'] as Args)['current'] as Args
}

test('a version is in force from its height on, and an older one can still be read', (t) => {
  const desk = openDesk()
  t.equal(desk.send(both('desk'), 'updateList', FIRST), 'success')
  t.match(desk.events(), [{ module: 'supervision', type: 'listUpdated' }])
  desk.reach(4)
  t.equal(current(desk), undefined, 'it waits')
  desk.reach(5)
  t.same(current(desk), { version: 1, root: ROOT, count: 2 })
  t.equal(desk.send(both('desk'), 'updateList', { ...FIRST, ...EMPTY, version: 2, effectiveFrom: 8 }), 'success')
  t.match(current(desk), { version: 1 })
  desk.reach(8)
  t.same(current(desk), { version: 2, ...EMPTY })
  t.match(desk.query('listVersion', { listId: 'un', version: 1 }), {
    root: ROOT,
    count: 2,
    effectiveFrom: 5,
    publishedAt: 1,
    publisher: 'desk',
  })
  t.match(desk.query('lists', {}), { items: [{ listId: 'un', list: { owner: 'desk', latest: 2, pending: [] } }] })
  t.end()
})

test('a younger version may be quicker, and the older one then never comes into force', (t) => {
  const desk = openDesk()
  t.equal(desk.send(both('desk'), 'updateList', { ...FIRST, effectiveFrom: 9 }), 'success')
  t.equal(desk.send(both('desk'), 'updateList', { ...FIRST, ...EMPTY, version: 2, effectiveFrom: 5 }), 'success')
  desk.reach(5)
  t.match(desk.query('list', { listId: 'un' }), { list: { current: { version: 2 }, pending: [1] } })
  desk.reach(9)
  t.match(desk.query('list', { listId: 'un' }), { list: { current: { version: 2 }, pending: [] } })
  t.end()
})

test('the regulator updates every list, a desk its own', (t) => {
  const desk = openDesk()
  t.equal(desk.send(both('desk'), 'updateList', FIRST), 'success')
  const second = { ...FIRST, version: 2, effectiveFrom: 20 }
  t.equal(desk.send(both('other-desk'), 'updateList', second), 'supervision/not-list-owner')
  t.equal(desk.send(both('regulator'), 'updateList', second), 'success')
  t.match(desk.query('list', { listId: 'un' }), { list: { owner: 'desk', latest: 2 } })
  t.equal(desk.send(both('other-desk'), 'updateList', { ...FIRST, listId: 'eu', effectiveFrom: 20 }), 'success')
  t.end()
})

test('refusals of updateList', (t) => {
  const desk = openDesk()
  const rows: readonly (readonly [string, readonly ReturnType<typeof address>[], Args])[] = [
    ['supervision/not-authorised', both('bank-a'), {}],
    ['supervision/not-authorised', both('court'), {}],
    ['organizations/four-eyes-required', [address('desk')], {}],
    ['supervision/wrong-version', both('desk'), { version: 2 }],
    ['supervision/bad-height', both('desk'), { effectiveFrom: 1 }],
    ['supervision/bad-height', both('desk'), { effectiveFrom: 20_000_000 }],
    ['supervision/bad-list', both('desk'), { count: 0 }],
    ['supervision/bad-list', both('desk'), { root: EMPTY_MERKLE_ROOT }],
  ]
  for (const [code, signers, changed] of rows) {
    t.equal(desk.send(signers, 'updateList', { ...FIRST, effectiveFrom: 100, ...changed }), code, `${code} ${JSON.stringify(changed)}`)
  }
  t.equal(
    desk.send(both('desk'), 'updateList', { ...FIRST, effectiveFrom: desk.harness.height + 1 }),
    'supervision/bad-height',
    'its own block',
  )
  t.equal(desk.send(both('desk'), 'updateList', { ...FIRST, effectiveFrom: desk.harness.height + 2 }), 'success', 'the next block')
  t.equal(
    desk.send(both('desk'), 'updateList', { ...FIRST, effectiveFrom: 100 }),
    'supervision/wrong-version',
    'a version is published once',
  )
  t.match(desk.query('list', { listId: 'eu' }), { code: 'supervision/unknown-list' })
  t.match(desk.query('listVersion', { listId: 'eu', version: 1 }), { code: 'supervision/unknown-list' })
  t.match(desk.query('listVersion', { listId: 'un', version: 2 }), { code: 'supervision/unknown-version' })
  t.end()
})

test('lists and waiting versions are bounded, and all that is due at one height comes', (t) => {
  const desk = openDesk()
  for (let version = 1; version <= 8; version += 1) {
    t.equal(desk.send(both('desk'), 'updateList', { ...FIRST, version, effectiveFrom: 100 }), 'success')
  }
  t.equal(desk.send(both('desk'), 'updateList', { ...FIRST, version: 9, effectiveFrom: 100 }), 'supervision/too-many-pending')
  for (let index = 2; index <= 32; index += 1) {
    t.equal(desk.send(both('desk'), 'updateList', { ...FIRST, listId: `list-${index}`, effectiveFrom: 100 }), 'success')
  }
  t.equal(desk.send(both('desk'), 'updateList', { ...FIRST, listId: 'list-33', effectiveFrom: 100 }), 'supervision/too-many-lists')
  desk.reach(100)
  t.match(current(desk), { version: 8 })
  for (let index = 2; index <= 32; index += 1) t.match(current(desk, `list-${index}`), { version: 1 })
  t.equal(desk.send(both('desk'), 'updateList', { ...FIRST, version: 9, effectiveFrom: 200 }), 'success')
  t.end()
})
