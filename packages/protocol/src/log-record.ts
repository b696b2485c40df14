import { hanse } from '../generated/wire.js'
import { commitCertificateCodec, preparedCertificateCodec, proposalBodyCodec } from './block.ts'
import { type SignedMessage, signedMessageCodec, viewChangeCodec } from './consensus-message.ts'
import type { Epoch, Height, View } from './ids.ts'
import { TRANSACTION_BYTES_MAX, TRANSACTIONS_PER_BLOCK_MAX, VALIDATORS_MAX } from './limits.ts'
import type { Field, FieldValue } from './schema/field.ts'
import { list, message, optional, union } from './schema/message.ts'
import { brandedUint, bytes, hash } from './schema/scalars.ts'

const loggedVote = message(hanse.v1.LoggedVote, {
  epoch: brandedUint<Epoch>(),
  view: brandedUint<View>(),
  height: brandedUint<Height>(),
  digest: hash(),
  headerHash: optional(hash()),
})

/** What a validator must remember before it lets a message out (consensus.md, "What is durable before what leaves"). */
export const logRecordCodec = union(
  hanse.v1.LogRecord,
  {
    /** Before any Prepare of this body: the body and every transaction's bytes, in its order. */
    proposal: message(hanse.v1.LoggedProposal, {
      body: proposalBodyCodec,
      transactions: list(bytes({ min: 1, max: TRANSACTION_BYTES_MAX }), { max: TRANSACTIONS_PER_BLOCK_MAX }),
    }),
    /** Own Prepare. */
    prepare: loggedVote,
    /** Own Commit. */
    commit: loggedVote,
    /** A prepared certificate: before the Commit that rests on it. */
    prepared: preparedCertificateCodec,
    /** A commit certificate: before the Commit of the height above. */
    committed: commitCertificateCodec,
    /** Own ViewChange: the promise not to vote below its view. */
    viewChange: message(hanse.v1.LoggedViewChange, { epoch: brandedUint<Epoch>(), viewChange: viewChangeCodec }),
    /** The NewView that was entered, with the ViewChanges it names, so that it can be relayed after a restart. */
    newView: message(hanse.v1.LoggedNewView, {
      newView: signedMessageCodec as Field<SignedMessage>,
      viewChanges: list(signedMessageCodec as Field<SignedMessage>, { max: VALIDATORS_MAX }),
    }),
    /** The highest view asked for. */
    wants: message(hanse.v1.LoggedWants, { epoch: brandedUint<Epoch>(), view: brandedUint<View>() }),
  },
  { fieldsMax: Number.POSITIVE_INFINITY },
)
export type LogRecord = FieldValue<typeof logRecordCodec>

/** The vote guard: what its key has promised, kept beside the key. */
export const guardCodec = message(hanse.v1.Guard, {
  epoch: brandedUint<Epoch>(),
  /** Highest (epoch, view) voted in or asked for. */
  view: brandedUint<View>(),
  /** Highest height voted. */
  height: brandedUint<Height>(),
  /** `H(log-record, bytes)` of the last vote record. */
  lastVote: hash(),
  /** The chain that it was promised on. Absent before the first vote: the key may be older than its chain. */
  genesisHash: optional(hash()),
})
export type Guard = FieldValue<typeof guardCodec>
