import { equalBytes } from '@hanse/primitives'
import {
  asHeight,
  asValidatorIndex,
  asView,
  type Certificate,
  type ConsensusMessage,
  messageChecks,
  quorumSize,
  type SignedMessage,
  signedMessageCodec,
} from '@hanse/protocol'
import {
  commitCertificate,
  domain,
  hashOf,
  preparedCertificate,
  signedBy,
  validatorNumber,
  validatorSet,
} from '../support/consensus-fixtures.ts'

const SIZES = [4, 5, 7] as const
const body = { epoch: 0, height: 1, ids: [hashOf(1), hashOf(2)], timeMs: 5, proposer: 0 }

function messagesFor(size: number): Readonly<Record<string, readonly SignedMessage[]>> {
  const quorum = Array.from({ length: quorumSize(size) }, (_, index) => index)
  const view = asView(3)
  const hashes = quorum.map((index) => hashOf(16 + index))
  const viewChange = (more: object): SignedMessage => signedBy(1, { type: 'viewChange', newView: view, ...more } as ConsensusMessage)
  const newView = { type: 'newView', newView: view, viewChanges: hashes, base: asHeight(2) } as const
  const slot = { height: asHeight(3), digest: hashOf(3), voters: quorum.map(asValidatorIndex) }
  return {
    proposal: [signedBy(0, { type: 'proposal', view: asView(0), body } as unknown as ConsensusMessage)],
    prepare: [signedBy(2, { type: 'prepare', view, height: asHeight(1), digest: hashOf(3) })],
    commit: [signedBy(2, { type: 'commit', view, height: asHeight(1), digest: hashOf(3), headerHash: hashOf(4) })],
    viewChange: [
      viewChange({}),
      viewChange({ head: commitCertificate(quorum, { view: 1, height: 2 }) }),
      viewChange({
        head: commitCertificate(quorum, { view: 1, height: 2 }),
        prepared: preparedCertificate(quorum, { view: 2, height: 3 }),
      }),
    ],
    newView: [signedBy(3 % size, newView), signedBy(3 % size, { ...newView, digest: hashOf(9) })],
    status: [signedBy(0, { type: 'status', view, wants: view, head: asHeight(2), slots: [slot] })],
  }
}

function mustHold(condition: boolean, what: string): void {
  if (!condition) throw new Error(`taken: ${what}`)
}

/** The rules of docs/consensus.md, spelt out apart from the code that is fuzzed. */
function checkCertificate({ epoch, height, signatures }: Certificate, of: SignedMessage, size: number): void {
  const signers = signatures.map(({ signer }) => signer)
  mustHold(
    new Set(signers).size === signers.length && signers.length >= quorumSize(size),
    'a certificate without a quorum of distinct members',
  )
  mustHold(
    signers.every((signer) => signer < size),
    'a certificate with a signer that is none',
  )
  mustHold(height >= 1 && epoch === of.epoch, 'a certificate of another epoch, or of genesis')
}

function checkTaken(signed: SignedMessage, size: number, checks: number): void {
  const { message, signer, epoch } = signed
  mustHold(signer < size && checks >= 1, 'a message of nobody')
  switch (message.type) {
    case 'proposal':
      return mustHold(signer === message.view % size && message.body.epoch === epoch && message.body.height >= 1, 'a proposal out of turn')
    case 'prepare':
    case 'commit':
      return mustHold(message.height >= 1, 'a vote on genesis')
    case 'viewChange': {
      const { head, prepared, newView } = message
      if (head !== undefined) checkCertificate(head, signed, size)
      if (prepared !== undefined) checkCertificate(prepared, signed, size)
      const above = prepared === undefined || prepared.height === (head?.height ?? 0) + 1
      const expected = 1 + (head?.signatures.length ?? 0) + (prepared?.signatures.length ?? 0)
      mustHold(newView >= 1 && above && (prepared?.view ?? 0) < newView, 'a ViewChange whose certificates do not fit it')
      return mustHold(checks === expected, 'a ViewChange without a check for each signature in it')
    }
    case 'newView':
      mustHold(signer === message.newView % size && message.newView >= 1, 'a NewView out of turn')
      return mustHold(new Set(message.viewChanges).size === quorumSize(size), 'a NewView without a quorum of distinct ViewChanges')
    case 'status':
      return mustHold(
        message.wants >= message.view && message.slots.every(({ height }) => height > message.head),
        'a status that nobody has',
      )
  }
}

const sets = new Map(SIZES.map((size) => [size, validatorSet(size)]))

export const target = {
  name: 'consensus-messages',
  promise: 'a consensus message is taken only if it keeps every rule that can be told from itself and its set; nothing throws',
  shape: 'protobuf',
  seeds: () =>
    SIZES.flatMap((size) =>
      Object.entries(messagesFor(size)).flatMap(([type, messages]) =>
        messages.map((signed) => ({ label: `${type}.${size}`, bytes: signedMessageCodec.encode(signed) })),
      ),
    ),
  check: ({ label, bytes }: { readonly label: string; readonly bytes: Uint8Array }): string => {
    const size = Number(label.split('.')[1])
    const set = sets.get(size as (typeof SIZES)[number]) ?? { validators: [validatorNumber(0)] }
    const signed = signedMessageCodec.decode(bytes)
    if (!signed.ok) return signed.error.code
    mustHold(equalBytes(signedMessageCodec.encode(signed.value), bytes), 'bytes that are not canonical')
    const checks = messageChecks(domain, set, signed.value)
    if (!checks.ok) return `${checks.error.code} ${checks.error.path ?? ''}`
    checkTaken(signed.value, set.validators.length, checks.value.length)
    return `accepted ${signed.value.message.type}`
  },
}
