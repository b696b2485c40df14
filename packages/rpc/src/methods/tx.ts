import { err, ok } from '@hanse/primitives'
import {
  bool,
  bytes,
  choice,
  commitCertificateCodec,
  decodeTransaction,
  described,
  EVENTS_PER_RECEIPT_MAX,
  eventCodec,
  hash,
  headerCodec,
  list,
  type MessageOf,
  object,
  optional,
  receiptCodec,
  TRANSACTION_BYTES_MAX,
  type Transaction,
  text,
  transactionBodyCodec,
  transactionId,
  transactionSignBytes,
  uint,
} from '@hanse/protocol'
import { badParams, type ErrorCode, failure, refusedRead, refusedTransaction } from '../errors.ts'
import { prunedBlock } from '../fields.ts'
import { WAIT_MS_DEFAULT, WAIT_MS_MAX } from '../limits.ts'
import { txList } from '../lists/tx-list.ts'
import { defineMethod, type Method, type MethodContext, type Outcome } from '../method.ts'
import {
  finalReceiptField,
  flatReceipt,
  readableBody,
  readableBodyField,
  readableTransaction,
  readableTransactionField,
  reasonField,
} from '../results.ts'
import { buildDraft, draftFields } from '../transactions/draft.ts'
import { anyReceipt, awaitReceipt, behindTheHead, submitTransaction, successOnly } from '../transactions/submit.ts'

/** Larger ones are refused by the decoder, in the words of the format. */
const raw = described('the signed transaction', bytes({ max: 4 * TRANSACTION_BYTES_MAX }))
const timeoutMs = optional(described(`default ${WAIT_MS_DEFAULT}`, uint({ max: WAIT_MS_MAX })))
const hashParam = { hash: hash() }
const merklePath = list(hash(), { max: 64 })

/** What the pool's door and the decoders say no with. */
const SUBMIT_ERRORS: readonly ErrorCode[] = [
  'node/syncing',
  'node/busy',
  'pool/full',
  'pool/sender-quota',
  'pool/expired',
  'pool/expiry-too-far',
  'pool/sequence-taken',
  'pool/wrong-chain',
  'pool/too-large',
  'encoding/malformed',
  'encoding/not-canonical',
  'tx/bad-signature',
  'tx/wrong-key',
  'tx/bad-sequence',
  'tx/unknown-module',
  'tx/unknown-command',
]

const txPrepare = defineMethod({
  name: 'tx_prepare',
  summary: 'Builds an unsigned transaction from readable calls',
  description:
    'Sign signBytes with each signer’s key and put body and signatures into an envelope. preview is decoded from body: what you see is what is signed. Nothing is kept.',
  params: draftFields,
  result: {
    name: 'prepared',
    field: object({
      body: described('the unsigned body', bytes({ max: TRANSACTION_BYTES_MAX })),
      signBytes: described('what each signer signs', bytes({ max: 128 })),
      hash: hash(),
      preview: readableBodyField,
    }),
  },
  errors: ['node/syncing', 'tx/unknown-module', 'tx/unknown-command', 'pool/expired', 'pool/expiry-too-far', 'pool/too-large'],
  handle: (context, draft) => {
    const behind = behindTheHead(context.services.status())
    if (behind !== undefined) return err(behind)
    const drafted = buildDraft(context, draft)
    if (!drafted.ok) return drafted
    const { id, bodyBytes } = drafted.value
    const decoded = transactionBodyCodec.decode(bodyBytes)
    if (!decoded.ok) return err(badParams(decoded.error))
    return ok({ body: bodyBytes, signBytes: transactionSignBytes(id), hash: id, preview: readableBody(context.api.modules, decoded.value) })
  },
})

const simulateFields = {
  raw: optional(raw),
  body: optional(described('an unsigned body, as tx_prepare gives it', bytes({ max: 4 * TRANSACTION_BYTES_MAX }))),
  ...draftFields,
  sender: optional(draftFields.sender),
  calls: optional(draftFields.calls),
}

type Unsigned = Pick<Transaction, 'id' | 'body'>

/** The transaction that tx_simulate was given in one of three forms. */
function simulated(context: MethodContext, { raw: signed, body, ...draft }: MessageOf<typeof simulateFields>): Outcome<Unsigned> {
  const forms = [signed, body, draft.sender ?? draft.calls].filter((form) => form !== undefined)
  if (forms.length !== 1) return err(failure('rpc/bad-params', { message: 'give raw, or body, or sender with calls', path: 'raw' }))
  if (signed !== undefined) {
    const decoded = decodeTransaction(signed)
    return decoded.ok ? decoded : err(refusedTransaction(decoded.error))
  }
  if (body !== undefined) {
    const decoded = transactionBodyCodec.decode(body)
    return decoded.ok ? ok({ id: transactionId(body), body: decoded.value }) : err(refusedTransaction(decoded.error))
  }
  const { sender, calls } = draft
  if (sender === undefined || calls === undefined) {
    return err(failure('rpc/bad-params', { message: 'required field is missing', path: sender === undefined ? 'sender' : 'calls' }))
  }
  return buildDraft(context, { ...draft, sender, calls })
}

const txSimulate = defineMethod({
  name: 'tx_simulate',
  summary: 'What would become of a transaction at the head: outcome, events, and a rejection in words',
  description:
    'Takes a signed transaction (raw), an unsigned body, or what tx_prepare takes. Signatures are not checked, nothing is kept, and what becomes final in between may change the outcome.',
  params: simulateFields,
  result: {
    name: 'simulation',
    field: object({
      hash: hash(),
      height: described('the head it ran on', uint()),
      outcome: choice('success', 'rejected'),
      code: optional(text({ max: 96 })),
      callIndex: optional(uint()),
      rejection: optional(
        object({
          code: text({ max: 96 }),
          message: text({ max: 1_024 }),
          hint: optional(text({ max: 1_024 })),
          path: optional(text({ max: 256 })),
          reason: optional(reasonField()),
        }),
      ),
      events: list(eventCodec, { max: EVENTS_PER_RECEIPT_MAX }),
    }),
  },
  errors: ['rpc/bad-params', 'encoding/malformed', 'encoding/not-canonical', 'tx/unknown-module', 'tx/unknown-command', 'pool/wrong-chain'],
  cost: 5,
  handle: (context, params) => {
    const transaction = simulated(context, params)
    if (!transaction.ok) return transaction
    const run = context.api.simulate(transaction.value)
    if (!run.ok) return err(refusedTransaction(run.error))
    return ok({ ...run.value.receipt, hash: transaction.value.id, height: run.value.height })
  },
})

const txSend = defineMethod({
  name: 'tx_send',
  summary: 'Sends a signed transaction',
  description: 'The same bytes again give the same hash with known: true, also when the transaction is final long since.',
  params: { raw },
  result: { name: 'sent', field: object({ hash: hash(), known: bool() }) },
  errors: SUBMIT_ERRORS,
  waits: true,
  handle: (context, params) => submitTransaction(context, params.raw),
})

const txSendAndWait = defineMethod({
  name: 'tx_sendAndWait',
  summary: 'Sends a signed transaction and answers with its final receipt',
  description:
    'A transaction that a module rejected is final too: error −32003 with the module’s code in data.code and the receipt in data.receipt. A time-out (error 4) says nothing about the transaction: wait again with data.txHash, or send the same bytes again.',
  params: { raw, timeoutMs },
  result: { name: 'receipt', field: finalReceiptField },
  errors: [...SUBMIT_ERRORS, 'tx/wait-timed-out'],
  waits: true,
  handle: (context, { raw: signed, timeoutMs: waitMs = WAIT_MS_DEFAULT }) =>
    submitTransaction(context, signed).then((sent) =>
      sent.ok ? awaitReceipt(context, { id: sent.value.hash, timeoutMs: waitMs, judge: successOnly }) : sent,
    ),
})

const txWaitForReceipt = defineMethod({
  name: 'tx_waitForReceipt',
  summary: 'Waits until a transaction is final and answers with its receipt, whatever the outcome',
  params: { ...hashParam, timeoutMs },
  result: { name: 'receipt', field: finalReceiptField },
  errors: ['tx/wait-timed-out', 'pool/expired', 'node/busy'],
  waits: true,
  handle: (context, params) =>
    awaitReceipt(context, { id: params.hash, timeoutMs: params.timeoutMs ?? WAIT_MS_DEFAULT, judge: anyReceipt }),
})

const txGet = defineMethod({
  name: 'tx_get',
  summary: 'What this node knows of a transaction',
  params: hashParam,
  result: {
    name: 'transaction',
    field: object({
      hash: hash(),
      status: choice('pending', 'final', 'rejected', 'expired', 'unknown'),
      transaction: optional(readableTransactionField),
      receipt: optional(finalReceiptField),
    }),
  },
  errors: ['chain/pruned'],
  handle: async ({ api }, params) => {
    const { status, transaction, final, prunedHeight } = await api.transaction(params.hash)
    if (prunedHeight !== undefined) return err(prunedBlock(prunedHeight, api.earliest()))
    return ok({
      hash: params.hash,
      status,
      ...(transaction === undefined ? {} : { transaction: readableTransaction(api.modules, transaction) }),
      ...(final === undefined ? {} : { receipt: flatReceipt(final, api.modules) }),
    })
  },
})

const txGetReceipt = defineMethod({
  name: 'tx_getReceipt',
  summary: 'The final receipt of a transaction',
  params: hashParam,
  result: { name: 'receipt', field: finalReceiptField },
  errors: ['tx/not-final', 'chain/pruned'],
  handle: async ({ api }, params) => {
    const { status, final, prunedHeight } = await api.transaction(params.hash)
    if (prunedHeight !== undefined) return err(prunedBlock(prunedHeight, api.earliest()))
    if (final !== undefined) return ok(flatReceipt(final, api.modules))
    return err(failure('tx/not-final', { message: `the transaction’s status is ${status}`, data: { txHash: params.hash, status } }))
  },
})

const txGetProof = defineMethod({
  name: 'tx_getProof',
  summary: 'Proves with the validators’ keys alone that a transaction is final, and with which receipt',
  description:
    'Two Merkle paths (RFC 6962) lead from the hash and from the receipt to the header’s txRoot and receiptsRoot; the certificate has a quorum’s signatures of the header.',
  params: hashParam,
  result: {
    name: 'proof',
    field: object({
      id: hash(),
      height: uint(),
      receipt: receiptCodec,
      index: uint(),
      transactionCount: uint(),
      receiptCount: uint(),
      transactionPath: merklePath,
      receiptPath: merklePath,
      header: headerCodec,
      certificate: commitCertificateCodec,
    }),
  },
  errors: ['tx/not-final'],
  cost: 5,
  handle: async ({ api }, params) => {
    const proof = await api.transactionProof(params.hash)
    return proof.ok ? ok({ ...proof.value, height: proof.value.header.height }) : err(refusedRead(proof.error))
  },
})

export const txMethods: readonly Method[] = [
  txPrepare,
  txSimulate,
  txSend,
  txSendAndWait,
  txGet,
  txGetReceipt,
  txWaitForReceipt,
  txGetProof,
  txList,
]
