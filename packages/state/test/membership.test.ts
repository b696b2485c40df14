import { bytesToHex, compareBytes, type Hash, type Hex, type Rejection, reject, utf8ToBytes } from '@hanse/primitives'
import {
  asEpoch,
  defineMessage,
  endsEpoch,
  epochAfter,
  type Header,
  jsonText,
  jsonValue,
  KEY_ALGORITHM,
  OBSERVERS_MAX,
  type ValidatorRecord,
  validatorSetHash,
} from '@hanse/protocol'
import { test } from 'tap'
import { createLedger } from '../src/chain/create-ledger.ts'
import { createGenesisState } from '../src/chain/genesis-state.ts'
import { harnessChain } from '../src/harness/harness-transaction.ts'
import { MemorySource } from '../src/harness/memory-source.ts'
import {
  changeMembership,
  createModuleHarness,
  defineCommand,
  defineQuery,
  type MembershipChange,
  type Module,
  type ModuleHarness,
  membershipFault,
  storedEpoch,
} from '../src/index.ts'
import { addressOf, bodyOf, transactionOf } from './support/chain.ts'

const ORGANIZATIONS = ['ada', 'bob', 'cleo', 'dan']
const signers = [addressOf(1)]

/** Does at once what others would vote on. */
const governor: Module = {
  name: 'governor',
  version: 1,
  summary: 'changes who validates',
  commands: {
    change: defineCommand({
      summary: 'does it',
      params: defineMessage({ change: [1, jsonText({ max: 8_192 })] }),
      execute: (context, state, { change }): Rejection | undefined => {
        const wanted = change as unknown as MembershipChange
        const fault = membershipFault(context, state, wanted)
        if (fault !== undefined) return reject(`governor/${fault}`, fault)
        changeMembership(context, state, wanted)
        return undefined
      },
    }),
  },
  queries: {
    seen: defineQuery({
      summary: 'who decides next',
      args: defineMessage({}),
      result: jsonValue(),
      read: ({ validators, set }) => ({ ok: true, value: { validators: [...validators], epoch: set.epoch } }),
    }),
  },
  invariants: {},
  uses: [],
  onActivation: () => undefined,
}

function recordOf(organization: string, seed: number, more: Partial<ValidatorRecord> = {}): ValidatorRecord {
  const bytes = bytesToHex(new Uint8Array(32).fill(seed)) as Hex
  return { organization, consensusKey: { algorithm: KEY_ALGORITHM.ed25519, bytes }, peerId: `peer-of-${seed}`, addresses: [], ...more }
}

const chainOfFour = (): ModuleHarness => createModuleHarness({ modules: [governor], validators: ORGANIZATIONS })
const callOf = (change: MembershipChange) => ({ module: 'governor', command: 'change', json: { change } as never })
const organizations = (chain: ModuleHarness): string => chain.validators.validators.map(({ organization }) => organization).join(' ')

function change(chain: ModuleHarness, wanted: MembershipChange): string {
  const { code, outcome } = chain.send({ signers, calls: [callOf(wanted)] })
  return code ?? outcome
}

const seen = (chain: ModuleHarness, height?: number) => chain.query('governor', 'seen', {}, height)

test('a validator that is added decides from the next block on, and the header of this one says so', (t) => {
  const chain = chainOfFour()
  const plain = chain.advance(1).header
  t.notOk(endsEpoch(plain))
  t.equal(change(chain, { type: 'admit', record: recordOf('eve', 9), partyId: 'evil-ltd' }), 'success')
  t.match(chain.observers, [{ record: { organization: 'eve' }, partyId: 'evil-ltd', sinceHeight: 2 }])
  t.equal(organizations(chain), 'ada bob cleo dan', 'an observer decides nothing')
  const { header } = chain.block([{ signers, calls: [callOf({ type: 'promote', organization: 'eve' })] }])
  t.equal(organizations(chain), 'ada bob cleo dan eve')
  t.same(chain.observers, [])
  t.ok(endsEpoch(header))
  t.equal(header.validatorSetHash, plain.validatorSetHash)
  t.equal(header.nextValidatorSetHash, validatorSetHash(chain.validators))
  t.match([header.epoch, epochAfter(header)], [0, 1])
  const after = chain.advance(1).header
  t.match(after, { epoch: 1, validatorSetHash: header.nextValidatorSetHash, nextValidatorSetHash: header.nextValidatorSetHash })
  t.same(seen(chain, 2), { ok: true, value: { validators: ORGANIZATIONS, epoch: 0 } }, 'older heights: who decided then')
  t.same(seen(chain), { ok: true, value: { validators: [...ORGANIZATIONS, 'eve'], epoch: 1 } })
  t.end()
})

test('one change a block: what comes second waits for the next', (t) => {
  const chain = chainOfFour()
  for (const [index, name] of ['eve', 'fay'].entries()) change(chain, { type: 'admit', record: recordOf(name, 10 + index) })
  const both = ['eve', 'fay'].map((organization) => ({ signers, calls: [callOf({ type: 'promote' as const, organization })] }))
  t.match(chain.block(both).receipts, [{ outcome: 'success' }, { outcome: 'rejected', code: 'governor/second-change' }])
  t.equal(change(chain, { type: 'promote', organization: 'fay' }), 'success')
  t.equal(organizations(chain), 'ada bob cleo dan eve fay')
  t.end()
})

test('who is removed observes, in its place the others keep their order; another key keeps the place', (t) => {
  const chain = chainOfFour()
  change(chain, { type: 'admit', record: recordOf('eve', 9) })
  change(chain, { type: 'promote', organization: 'eve' })
  t.equal(change(chain, { type: 'remove', organization: 'bob' }), 'success')
  t.equal(organizations(chain), 'ada cleo dan eve')
  t.match(chain.observers, [{ record: { organization: 'bob' }, sinceHeight: 3 }])
  t.equal(change(chain, { type: 'replace', record: recordOf('cleo', 77) }), 'success')
  t.equal(organizations(chain), 'ada cleo dan eve')
  t.match(chain.validators.validators[1], recordOf('cleo', 77))
  t.equal(change(chain, { type: 'drop', organization: 'bob' }), 'success')
  t.same(chain.observers, [])
  t.end()
})

const FAULTS: readonly (readonly [MembershipChange, string])[] = [
  [{ type: 'remove', organization: 'ada' }, 'too-few'],
  [{ type: 'remove', organization: 'nobody' }, 'unknown'],
  [{ type: 'promote', organization: 'nobody' }, 'unknown'],
  [{ type: 'promote', organization: 'ada' }, 'unknown'],
  [{ type: 'drop', organization: 'ada' }, 'unknown'],
  [{ type: 'replace', record: recordOf('eve', 9) }, 'unknown'],
  [{ type: 'replace', record: recordOf('ada', 1, { peerId: 'peer-0' }) }, 'unchanged'],
  [{ type: 'replace', record: recordOf('ada', 2) }, 'taken'],
  [{ type: 'replace', record: recordOf('ada', 50, { peerId: 'peer-1' }) }, 'taken'],
  [{ type: 'admit', record: recordOf('ada', 50) }, 'taken'],
  [{ type: 'admit', record: recordOf('fay', 9) }, 'taken'],
  [{ type: 'admit', record: recordOf('fay', 50, { peerId: 'peer-of-9' }) }, 'taken'],
  [{ type: 'admit', record: recordOf('fay', 50, { consensusKey: { ...recordOf('fay', 50).consensusKey, algorithm: 2 } }) }, 'bad-key'],
]

test('what is refused changes nothing', (t) => {
  const chain = chainOfFour()
  change(chain, { type: 'admit', record: recordOf('eve', 9) })
  const before = chain.validators
  for (const [wanted, fault] of FAULTS) t.equal(change(chain, wanted), `governor/${fault}`, JSON.stringify(wanted))
  t.same(chain.validators, before)
  t.equal(chain.observers.length, 1)
  t.end()
})

test('there are no more observers than the limit, but who is removed finds its place', (t) => {
  const chain = chainOfFour()
  for (let index = 0; index < OBSERVERS_MAX; index++) change(chain, { type: 'admit', record: recordOf(`o${index}`, 100 + index) })
  t.equal(change(chain, { type: 'admit', record: recordOf('late', 99) }), 'governor/too-many-observers')
  change(chain, { type: 'promote', organization: 'o0' })
  change(chain, { type: 'admit', record: recordOf('late', 99) })
  t.equal(change(chain, { type: 'remove', organization: 'ada' }), 'success')
  t.equal(chain.observers.length, OBSERVERS_MAX + 1)
  t.end()
})

test('a set whose records do not fit one value of the state is refused', (t) => {
  const chain = chainOfFour()
  const addresses = Array.from({ length: 8 }, (_, index) => `/dns4/${'x'.repeat(240)}/${index}`)
  let refused = ''
  for (let index = 0; index < 40 && refused === ''; index++) {
    change(chain, { type: 'admit', record: recordOf(`o${index}`, 100 + index, { addresses }) })
    const outcome = change(chain, { type: 'promote', organization: `o${index}` })
    if (outcome !== 'success') refused = outcome
  }
  t.equal(refused, 'governor/too-large')
  t.end()
})

function chainOnLedger() {
  const chain = harnessChain({ modules: [governor], validators: ORGANIZATIONS })
  const { header, hash, writes } = createGenesisState(chain, [governor])
  const source = new MemorySource()
  source.apply(writes)
  const open = (head: { readonly header: Header; readonly hash: Hash }) =>
    createLedger({ chain, modules: [governor], source, head, recent: [] })
  return { chain, source, open, ledger: open({ header, hash }) }
}

test('an unfinished block says who decides above it, its siblings do not, and a restart finds it', (t) => {
  const { chain, source, open, ledger } = chainOnLedger()
  const admit = transactionOf(chain, [[governor, 'change', { change: { type: 'admit', record: recordOf('eve', 9) } }]])
  const promote = transactionOf(chain, [[governor, 'change', { change: { type: 'promote', organization: 'eve' } }]])
  const { head } = ledger
  const quiet = ledger.execute(head.hash, bodyOf(head, []), [])
  const last = ledger.execute(head.hash, bodyOf(head, [admit, promote]), [admit, promote])
  t.equal(quiet.nextValidators, undefined)
  t.equal(last.nextValidators?.validators.length, 5)
  t.equal(ledger.validators.validators.length, 4, 'nothing is final')
  t.throws(() => ledger.execute(last.hash, bodyOf(last, []), []), /a block of epoch 0 on one whose next epoch is 1/)
  const first = ledger.execute(last.hash, bodyOf(last, [], { epoch: asEpoch(1) }), [])
  t.equal(first.nextValidators, undefined)
  t.equal(first.header.validatorSetHash, validatorSetHash(last.nextValidators ?? { validators: [] }))
  const { writes } = ledger.finalize(last.hash)
  source.apply(writes)
  t.equal(ledger.validators.validators.length, 5)
  t.equal(ledger.validatorsOf(asEpoch(0))?.validators.length, 4)
  t.match(ledger.validatorsOf(asEpoch(1)), { epoch: 1, firstHeight: 2 })
  t.equal(ledger.validatorsOf(asEpoch(2)), undefined)
  const again = open(ledger.head)
  t.same(again.validators, ledger.validators)
  t.equal(again.execute(again.head.hash, bodyOf(again.head, [], { epoch: asEpoch(1) }), []).hash, first.hash)
  t.end()
})

test('the validators of an epoch are read from a store that nobody has checked; a record that is none is as good as missing', (t) => {
  const { chain, source, ledger } = chainOnLedger()
  const changes = [{ type: 'admit', record: recordOf('eve', 9) } as const, { type: 'promote', organization: 'eve' } as const]
  const transactions = changes.map((wanted) => transactionOf(chain, [[governor, 'change', { change: wanted }]]))
  const block = ledger.execute(ledger.head.hash, bodyOf(ledger.head, transactions), transactions)
  source.apply(ledger.finalize(block.hash).writes)
  const read = (epoch: number) => storedEpoch(source, chain.genesis, asEpoch(epoch))
  t.equal(read(0)?.validators.length, 4)
  t.equal(read(1)?.validators.length, 5)
  t.equal(read(2), undefined)
  const key = utf8ToBytes('_members\0epoch\u00001')
  const { value } = source.records().find((record) => compareBytes(record.key, key) === 0) as { readonly value: Uint8Array }
  const flipped = value.map((byte, index) => (index === 0 ? byte ^ 2 : byte))
  for (const damaged of [flipped, value.subarray(0, 3), Uint8Array.of(), value.subarray(0, -1), utf8ToBytes('of another key')]) {
    source.apply({ puts: [{ key, value: damaged }], deletes: [] })
    t.equal(read(1), undefined)
  }
  t.end()
})
