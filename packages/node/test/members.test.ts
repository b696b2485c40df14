import { ok } from '@hanse/primitives'
import { test } from 'tap'
import { memberNamed, membersOf } from '../src/members.ts'
import { CHAIN } from './support/solo-genesis.ts'
import { SoloNode } from './support/solo-node.ts'
import { NAMES } from './support/test-chain.ts'

/** Parties: bank-a, bank-b, shunhe, nanhai, tax, regulator. Validators: bank-a, bank-b, core-firm, supplier. */
const node = new SoloNode()

function listed(limit: number, more: { readonly role?: string } = {}): readonly (readonly string[])[] {
  const pages: (readonly string[])[] = []
  let cursor: string | undefined
  do {
    const page = node.api.members({ limit, ...more, ...(cursor === undefined ? {} : { cursor }) })
    if (!page.ok) throw new Error(page.error.message)
    pages.push(
      page.value.items.map(
        ({ organization, party, validator }) =>
          `${organization}${party ? ' party' : ''}${validator ? ` validator ${validator.index}` : ''}`,
      ),
    )
    cursor = page.value.nextCursor
  } while (cursor !== undefined && pages.length < 20)
  return pages
}

const ALL = [
  ...['bank-a party validator 0', 'bank-b party validator 1', 'shunhe party', 'nanhai party', 'tax party', 'regulator party'],
  ...['core-firm validator 2', 'supplier validator 3'],
]

test('members: parties with the validators that they run, then validators that no party runs; page by page the same', (t) => {
  t.strictSame(listed(50), [ALL])
  for (const limit of [1, 2, 3, 5, 6, 7, 8]) {
    const pages = listed(limit)
    t.strictSame(pages.flat(), ALL, `pages of ${limit}`)
    t.ok(pages.every((page) => page.length <= limit))
  }
  t.strictSame(listed(50, { role: 'bank' }).flat(), ['bank-a party validator 0', 'bank-b party validator 1'])
  t.end()
})

test('observers come after the validators, with the party of their name where there is one; page by page the same', (t) => {
  const keys = { peerId: 'x', consensusKey: 'y' }
  const places = [
    ...NAMES.map((organization, index) => ({ organization, validator: { index, ...keys } })),
    ...['tax', 'clearing'].map((organization) => ({ organization, observer: { sinceHeight: 7, ...keys } })),
  ]
  const all: string[] = []
  let cursor: string | undefined
  for (let page = 0; page < 20; page++) {
    const found = membersOf(node.view(), places, { limit: 1, ...(cursor === undefined ? {} : { cursor }) })
    if (!found.ok) return t.fail(found.error.message)
    all.push(...found.value.items.map((member) => `${member.organization}${member.observer === undefined ? '' : ' observes'}`))
    cursor = found.value.nextCursor
    if (cursor === undefined) break
  }
  const parties = ['bank-a', 'bank-b', 'shunhe', 'nanhai', 'tax observes', 'regulator']
  t.strictSame(all, [...parties, 'core-firm', 'supplier', 'clearing observes'])
  t.match(memberNamed(node.view(), places, 'tax'), { value: { member: { party: { name: String }, observer: { sinceHeight: 7 } } } })
  t.match(memberNamed(node.view(), places, 'clearing'), { value: { member: { party: undefined, observer: { sinceHeight: 7 } } } })
  t.end()
})

test('a member: roles, KYC, keys; a validator that is no party; nobody', (t) => {
  t.match(
    node.api.member('shunhe'),
    ok({
      height: 0,
      member: {
        organization: 'shunhe',
        party: { name: /Shunhe/, roles: ['core'], lei: '300300DEMFSSHAPP0163', active: true, kyc: { status: 'ACTIVE' }, operators: 2 },
      },
    }),
  )
  t.match(node.api.member('core-firm'), ok({ member: { validator: { index: 2, peerId: CHAIN.genesis.validators[2]?.peerId } } }))
  t.match(node.api.member('nobody'), { ok: false, error: { code: 'organizations/unknown-party' } })
  const meant = { ok: false, error: { code: 'organizations/unknown-party', message: 'there is no party shunhee, did you mean shunhe?' } }
  t.match(node.api.member('shunhee'), meant)
  t.match(node.api.addressesOfParty('shunhee'), meant)
  t.match(node.api.member('shunhe', 5), { ok: false, error: { code: 'state/unknown-height' } })
  t.match(node.api.members({ limit: 5, height: 5 }), { ok: false, error: { code: 'state/unknown-height' } })
  t.match(node.api.members({ limit: 5, cursor: 'x' }), { ok: false, error: { path: /cursor/ } })
  t.end()
})
