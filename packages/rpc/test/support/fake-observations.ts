import { bytesToHex, err, type Hash, ok, reject } from '@hanse/primitives'
import {
  asEpoch,
  asHeight,
  asValidatorIndex,
  asView,
  type Chain,
  consensusSignBytes,
  partyAddress,
  type SignedMessage,
  type ValidatorRecord,
} from '@hanse/protocol'
import type { ConsensusEvent, EvidenceRecord, Journal, Member, NetworkInfo, NodeApi, NodeEvent, StoredBlock } from '../../src/node-api.ts'

/** A journal that forgets when the test says so. */
export class FakeJournal<E extends object> implements Journal<E> {
  run: string
  oldest = 0
  readonly #entries: E[] = []
  readonly #listeners = new Set<() => void>()

  constructor(run: string) {
    this.run = run
  }

  get next(): number {
    return this.#entries.length
  }

  get listeners(): number {
    return this.#listeners.size
  }

  entry(sequence: number): E | undefined {
    return sequence < this.oldest ? undefined : this.#entries[sequence]
  }

  onEntry(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  add(...entries: readonly E[]): void {
    for (const entry of entries) {
      this.#entries.push(entry)
      for (const listener of this.#listeners) listener()
    }
  }
}

export interface FakeJournals {
  readonly consensus: FakeJournal<ConsensusEvent>
  readonly node: FakeJournal<NodeEvent>
}

/** What a young node has to tell. */
export function fakeJournals(nowMs: number, { genesis, genesisHash }: Chain): FakeJournals {
  const run = '00c0ffee00c0ffee'
  const journals = { consensus: new FakeJournal<ConsensusEvent>(run), node: new FakeJournal<NodeEvent>(run) }
  journals.consensus.add({ type: 'view-entered', atMs: nowMs, view: 0, primary: 'bank-a' })
  journals.node.add(
    {
      ...{ type: 'started', atMs: nowMs, height: 0, version: '0.1.0', chainId: genesis.chainId, genesisHash },
      ...{ organization: 'bank-a', role: 'validator', peerId: genesis.validators[0]?.peerId ?? '' },
    },
    { type: 'state', atMs: nowMs, state: 'synced', before: 'starting', height: 0, lag: 0, reasons: [] },
  )
  return journals
}

/** A validator that signed two Prepares of one view and height. */
export function fakeEvidence({ genesis, genesisHash }: Chain, culprit: number, sign: (message: Uint8Array) => Uint8Array): EvidenceRecord {
  const epoch = asEpoch(0)
  const vote = (digit: string): SignedMessage => {
    const digest: Hash = `0x${digit.repeat(64)}` as Hash
    const message = { type: 'prepare', view: asView(0), height: asHeight(2), digest } as const
    const signature = bytesToHex(sign(consensusSignBytes({ genesisHash, chainId: genesis.chainId }, epoch, message)))
    return { epoch, signer: asValidatorIndex(culprit), signature, message }
  }
  const [first, second] = [vote('a'), vote('b')]
  return { sequence: 1, seenAtMs: genesis.timeMs + 2_000, culprit, kind: 'conflicting-prepare', height: 2, first, second }
}

/** Signers of each certificate, as a node without late votes counts them. */
export function fakeSignerStats(blocks: readonly StoredBlock[], validators: number): ReturnType<NodeApi['signerStats']> {
  const certified = blocks.slice(1)
  return {
    fromHeight: 1,
    toHeight: certified.length,
    windowMax: 1_000,
    validators: Array.from({ length: validators }, (_, index) => {
      const signed = certified.filter(({ certificate }) => certificate?.signatures.some(({ signer }) => signer === index))
      const last = signed.at(-1)?.header.height
      return {
        signed: signed.length,
        missed: certified.length - signed.length,
        proposed: certified.filter(({ header }) => header.proposer === index).length,
        viewsLost: 0,
        ...(last === undefined ? {} : { lastSignedHeight: last }),
      }
    }),
  }
}

/** The first of the validators is a registered bank, the others are not registered. */
function fakeMembers(validators: readonly ValidatorRecord[], timeMs: number): readonly Member[] {
  return validators.map(({ organization, peerId, consensusKey }, index) => ({
    organization,
    validator: { index, peerId, consensusKey: consensusKey.bytes },
    ...(index > 0
      ? {}
      : {
          party: {
            ...{ name: 'Demo Bank A', country: 'CN', uscc: '91440600MADEMBKA11', roles: ['bank'], active: true },
            kyc: { status: 'ACTIVE', validUntilMs: timeMs + 1_000_000, changedAtMs: timeMs },
            ...{ account: partyAddress(organization), registeredAtMs: timeMs, operators: 2 },
          },
        }),
  }))
}

export function fakeMemberApi(chain: Chain, head: () => number): Pick<NodeApi, 'members' | 'member' | 'network'> {
  const { genesis } = chain
  const members = fakeMembers(genesis.validators, genesis.timeMs)
  return {
    members: ({ cursor = '0', limit, role, height = head() }) => {
      const asked = members.filter(({ party }) => role === undefined || party?.roles.includes(role) === true)
      const end = Number(cursor) + limit
      return ok({ height, items: asked.slice(Number(cursor), end), ...(end < asked.length ? { nextCursor: `${end}` } : {}) })
    },
    member: (organization, height = head()) => {
      const member = members.find((candidate) => candidate.organization === organization)
      return member === undefined ? err(reject('organizations/unknown-party', `there is no party ${organization}`)) : ok({ member, height })
    },
    network: () => fakeNetwork(chain),
  }
}

/** Of the first of the validators. */
export function fakeNetwork({ genesis, genesisHash }: Chain): NetworkInfo {
  const peerId = genesis.validators[0]?.peerId ?? ''
  return {
    peerId,
    listen: [`/ip4/127.0.0.1/tcp/10545/p2p/${peerId}`],
    protocols: ['control', 'consensus', 'transactions', 'sync'].map((lane) => `/hanse/${genesisHash.slice(2, 18)}/${lane}/1`),
    limits: {
      frameBytesMax: { consensus: 1_048_576, transactions: 1_048_576, sync: 4_194_304 },
      ...{ receiveBytesPerSecondMax: 33_554_432, sendBytesPerSecondMax: 25_165_824 },
      ...{ pendingInboundMax: 128, inboundPerHostPerSecondMax: 100 },
    },
  }
}
