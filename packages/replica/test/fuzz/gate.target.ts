import { equalBytes, type Hash, type Hex } from '@hanse/primitives'
import {
  asEpoch,
  asHeight,
  asPeerId,
  asValidatorIndex,
  asView,
  type Chain,
  type ConsensusFrame,
  type ConsensusMessage,
  certificateFault,
  consensusFrameCodec,
  genesisValidatorSet,
} from '@hanse/protocol'
import { Gate } from '../../src/gate.ts'

const HASH = `0x${'11'.repeat(32)}` as Hash
/** What the stub of a verifier takes: every other signature is refused. */
const GOOD = `0x${'00'.repeat(64)}` as Hex
const CHAIN = {
  genesisHash: HASH,
  genesis: {
    chainId: 1,
    validators: [0, 1, 2, 3].map((index) => ({
      organization: `org-${index}`,
      consensusKey: { algorithm: 1, bytes: HASH },
      peerId: '',
      addresses: [],
    })),
  },
} as unknown as Chain
const FROM = asPeerId('peer-2')

const prepared = {
  epoch: asEpoch(0),
  view: asView(0),
  height: asHeight(4),
  digest: HASH,
  signatures: [0, 1, 2].map((signer) => ({ signer: asValidatorIndex(signer), signature: GOOD })),
}
const head = { ...prepared, height: asHeight(3), headerHash: HASH }
const body = { epoch: asEpoch(0), height: asHeight(1), ids: [HASH], timeMs: 1, proposer: asValidatorIndex(0) }

function signed(signer: number, message: ConsensusMessage): ConsensusFrame {
  return { type: 'signed', signed: { epoch: asEpoch(0), signer: asValidatorIndex(signer), signature: GOOD, message } }
}

const FRAMES: Readonly<Record<string, readonly ConsensusFrame[]>> = {
  votes: [
    signed(0, { type: 'proposal', view: asView(0), body }),
    signed(1, { type: 'prepare', view: asView(0), height: asHeight(1), digest: HASH }),
    signed(1, { type: 'commit', view: asView(0), height: asHeight(1), digest: HASH, headerHash: HASH }),
  ],
  views: [
    signed(1, { type: 'viewChange', newView: asView(1), head, prepared }),
    signed(1, {
      type: 'newView',
      newView: asView(1),
      viewChanges: [`0x${'01'.repeat(32)}`, `0x${'02'.repeat(32)}`, HASH] as Hash[],
      base: asHeight(3),
    }),
    signed(3, { type: 'status', view: asView(1), wants: asView(2), head: asHeight(3), slots: [] }),
  ],
  others: [
    { type: 'certificate', certificate: head },
    { type: 'body', body },
    { type: 'fetchBody', height: asHeight(1), digest: HASH },
    { type: 'fetchViewChange', hash: HASH },
    { type: 'fetchNewView', view: asView(1) },
  ],
}

const set = genesisValidatorSet(CHAIN.genesis)

export const target = {
  name: 'gate',
  promise: 'what comes through the gate is canonical, in form, of a member, and rests on verified signatures alone; nothing throws',
  shape: 'protobuf',
  seeds: () =>
    Object.entries(FRAMES).flatMap(([label, frames]) => frames.map((frame) => ({ label, bytes: consensusFrameCodec.encode(frame) }))),
  check: ({ bytes }: { readonly bytes: Uint8Array }): string => {
    const frame = consensusFrameCodec.decode(bytes)
    if (!frame.ok) return frame.error.code
    if (!equalBytes(consensusFrameCodec.encode(frame.value), bytes)) throw new Error('taken, and encodes to other bytes')
    if (frame.value.type === 'hello') return 'accepted hello'
    const gate = new Gate(CHAIN, ({ signature }) => signature.every((byte) => byte === 0))
    const input = gate.consensusInput(FROM, frame.value)
    if (!input.ok) return `${input.error.code} ${input.error.path ?? ''}`
    if (input.value === undefined) return 'of another epoch'
    if (input.value.type === 'message') {
      const { signature, signer, message } = input.value.signed
      if (signature !== GOOD || signer >= set.validators.length) throw new Error('a message that nobody signed')
      const inside = message.type === 'viewChange' ? [message.head, message.prepared] : []
      for (const certificate of inside)
        if (certificate?.signatures.some((one) => one.signature !== GOOD))
          throw new Error('a certificate with a signature that does not hold')
    }
    if (input.value.type === 'certificate') {
      const { certificate } = input.value
      if (certificateFault(certificate, set) !== undefined || certificate.signatures.some((one) => one.signature !== GOOD))
        throw new Error('a certificate that does not hold')
    }
    return `accepted ${input.value.type}`
  },
}
