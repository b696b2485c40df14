import { verifyEd25519Strict } from '@hanse/crypto'
import { err, hexToBytes, ok, type Rejection, type Result } from '@hanse/primitives'
import {
  consensusSignBytes,
  contradictionOf,
  type EvidenceKind,
  type EvidencePair,
  evidenceHash,
  type SignedMessage,
  signedMessageCodec,
  type ValidatorRecord,
} from '@hanse/protocol'
import {
  type BlockContext,
  defineCommand,
  epochOf,
  hasRoomForEvidence,
  recordEvidence,
  type StateReader,
  type StateWriter,
  type TransactionContext,
} from '@hanse/state'
import { validatorOfAddress } from '../../consensus-keys.ts'
import { openRemoval } from '../accusation.ts'
import { type Evidence, reportEvidenceCodec } from '../codecs.ts'
import { EVIDENCE_BLOCKS } from '../limits.ts'
import { refuse } from '../rejections.ts'
import { ALL, emit, evidence, evidenceCount, evidenceNumbers } from '../store.ts'

/** What the two messages say, before anyone has looked at their signatures. */
interface Charge {
  readonly pair: EvidencePair
  readonly kind: EvidenceKind
  readonly height: number
  readonly culprit: ValidatorRecord
}

function decodePair(first: Uint8Array, second: Uint8Array): Result<EvidencePair> {
  const messages: SignedMessage[] = []
  for (const [path, bytes] of Object.entries({ first, second })) {
    const decoded = signedMessageCodec.decode(bytes)
    if (!decoded.ok) return err(refuse('governance/no-contradiction', `${path}: ${decoded.error.message}`, path))
    messages.push(decoded.value)
  }
  return ok({ first: messages[0] as SignedMessage, second: messages[1] as SignedMessage })
}

function chargeOf(context: BlockContext, state: StateReader, pair: EvidencePair): Result<Charge> {
  const { epoch, signer } = pair.first
  const contradiction = contradictionOf(pair)
  if (contradiction === undefined) return err(refuse('governance/no-contradiction', 'an honest validator may have signed both', 'second'))
  const culprit = epochOf(context, state, epoch)?.validators[signer]
  if (culprit === undefined) return err(refuse('governance/no-contradiction', `epoch ${epoch} has no validator ${signer}`, 'first'))
  const { height } = contradiction
  if (height + EVIDENCE_BLOCKS >= context.height) return ok({ pair, culprit, ...contradiction })
  return err(refuse('governance/evidence-too-old', `it is about height ${height}, more than ${EVIDENCE_BLOCKS} below ${context.height}`))
}

function isSignedBy(context: BlockContext, { consensusKey }: ValidatorRecord, { epoch, message, signature }: SignedMessage): boolean {
  return verifyEd25519Strict(hexToBytes(consensusKey.bytes), consensusSignBytes(context, epoch, message), hexToBytes(signature))
}

/** One of a kind, a key and an epoch: more of the same would prove nothing new. The cheap questions come first. */
function evidenceFault(context: BlockContext, state: StateReader, { pair, kind, culprit }: Charge): Rejection | undefined {
  const known = evidenceNumbers.get(state, keyOf(pair, kind, culprit))
  if (known !== undefined) return refuse('governance/evidence-known', `evidence ${known} shows the same of ${culprit.organization}`)
  if (!hasRoomForEvidence(context, state)) return refuse('governance/evidence-later', 'this block has recorded as much as it may')
  if (isSignedBy(context, culprit, pair.first) && isSignedBy(context, culprit, pair.second)) return undefined
  return refuse('governance/no-contradiction', `${culprit.organization} has not signed both`)
}

function keyOf({ first }: EvidencePair, kind: EvidenceKind, { consensusKey }: ValidatorRecord): readonly string[] {
  return [consensusKey.bytes, `${first.epoch}`, kind]
}

function record(context: TransactionContext, state: StateWriter, charge: Charge, reporter: string): void {
  const { pair, kind, height, culprit } = charge
  const number = (evidenceCount.get(state, ALL) ?? 0) + 1
  const evidenceId = `${number}`
  const { organization, consensusKey } = culprit
  const proposalId = openRemoval(context, state, organization, reporter, evidenceId)
  const item: Evidence = {
    evidenceId,
    kind,
    organization,
    consensusKey: consensusKey.bytes,
    epoch: pair.first.epoch,
    height,
    reporter,
    recordedHeight: context.height,
    hash: evidenceHash(pair),
    first: signedMessageCodec.encode(pair.first),
    second: signedMessageCodec.encode(pair.second),
    ...(proposalId === undefined ? {} : { proposalId }),
  }
  evidenceCount.put(state, ALL, number)
  evidenceNumbers.put(state, keyOf(pair, kind, culprit), evidenceId)
  evidence.put(state, evidenceId, item)
  recordEvidence(context, state, item.hash)
  emit(state, 'evidenceRecorded', { evidenceId, height, kind, organization, proposalId, reporter })
}

/** The one thing that a validator's node itself sends, signed with its consensus key. */
export const reportEvidence = defineCommand({
  summary: 'Validator’s node, with its consensus key: puts two messages of a validator on the chain that cannot both be honest',
  params: reportEvidenceCodec,
  execute(context, state, params) {
    const reporter = validatorOfAddress(context, context.sender)
    if (reporter === undefined) return refuse('governance/not-a-validator', `${context.sender} is no validator’s consensus key`)
    const pair = decodePair(params.first, params.second)
    if (!pair.ok) return pair.error
    const charge = chargeOf(context, state, pair.value)
    if (!charge.ok) return charge.error
    const fault = evidenceFault(context, state, charge.value)
    if (fault !== undefined) return fault
    record(context, state, charge.value, reporter.organization)
    return undefined
  },
})
