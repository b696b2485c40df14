import { join } from 'node:path'
import type { LocalSigner } from '@hanse/crypto-native'
import { EVIDENCE_BLOCKS, encodeEvidenceReport, isEvidenceKnown } from '@hanse/modules'
import type { Clock, Logger, Timer } from '@hanse/ports'
import { bytesToHex, type Hash, type Result } from '@hanse/primitives'
import {
  addressOfPublicKey,
  type Chain,
  contradictionOf,
  type EvidencePair,
  encodeTransaction,
  KEY_ALGORITHM,
  TRANSACTION_UNIQUE_SIZE_BYTES,
  transactionBodyCodec,
  transactionId,
  transactionSignBytes,
  type ValidatorIndex,
  voteOf,
} from '@hanse/protocol'
import type { Ledger } from '@hanse/state'
import { EvidenceFile, type PendingEvidence } from './evidence-file.ts'
import type { NodeComponents, NodeOptions } from './node-options.ts'

/** In the data folder. */
const EVIDENCE_FILE = 'evidence.json'
/** How often what waits is looked at, in ms. */
const LOOK_EVERY_MS = 5_000
/** Between the reports of two validators, so that the first one's is on the chain before the next would send the same, in ms. */
const STAGGER_MS = 5_000
/** Proofs that wait: one of a kind, a key and an epoch. */
const PENDING_EVIDENCE_MAX = 64
/** The least of a transaction's life that a report gets, in ms. */
const EXPIRY_MS = 60_000

export interface EvidenceReporterParts {
  readonly chain: Chain
  readonly ledger: Ledger
  readonly signer: LocalSigner
  /** This node's place among the validators; undefined while it has none. */
  readonly place: () => ValidatorIndex | undefined
  readonly file: EvidenceFile
  readonly submit: (raw: Uint8Array) => Promise<Result<{ readonly id: Hash }>>
  readonly clock: Clock
  readonly logger: Logger
}

function keyOf({ first, second }: EvidencePair): string {
  return `${first.epoch} ${first.signer} ${contradictionOf({ first, second })?.kind}`
}

/**
 * Puts what this node has seen of others' misbehaviour on the chain: it signs with the consensus key, waits its turn, says nothing that the chain
 * knows, and tries again until it does.
 */
export class EvidenceReporter {
  readonly #parts: EvidenceReporterParts
  readonly #pending = new Map<string, PendingEvidence>()
  #timer: Timer | undefined
  #isLooking = false

  constructor(parts: EvidenceReporterParts) {
    this.#parts = parts
  }

  async start(): Promise<void> {
    for (const one of await this.#parts.file.read()) this.#keep(one)
    this.#startTimer()
  }

  async stop(): Promise<void> {
    this.#timer?.stop()
    this.#timer = undefined
    await this.#parts.file.settled
  }

  get pending(): readonly PendingEvidence[] {
    return [...this.#pending.values()]
  }

  add({ first, second }: EvidencePair): void {
    const pair = { first: voteOf(first), second: voteOf(second) }
    if (!this.#keep({ pair, seenAtMs: this.#parts.clock.nowMs() })) return
    this.#save()
  }

  /** Whether it was news. */
  #keep(one: PendingEvidence): boolean {
    const key = keyOf(one.pair)
    if (this.#pending.has(key) || this.#pending.size >= PENDING_EVIDENCE_MAX || contradictionOf(one.pair) === undefined) return false
    this.#pending.set(key, one)
    return true
  }

  #save(): void {
    const { file, logger } = this.#parts
    file.write(this.pending).catch((error: unknown) => logger.warn({ error: `${error}` }, 'evidence that waits could not be written down'))
  }

  #startTimer(): void {
    this.#timer = this.#parts.clock.startTimer(LOOK_EVERY_MS, () => {
      void this.look().finally(() => {
        if (this.#timer !== undefined) this.#startTimer()
      })
    })
  }

  /** Reports what is due, and forgets what the chain has, or will not take any more. */
  async look(): Promise<void> {
    if (this.#isLooking || this.#pending.size === 0) return
    this.#isLooking = true
    try {
      const done = [...this.#pending].filter(([, { pair }]) => this.#isDone(pair))
      for (const [key] of done) this.#pending.delete(key)
      if (done.length > 0) this.#save()
      for (const one of this.pending) if (this.#isDue(one)) await this.#report(one.pair)
    } finally {
      this.#isLooking = false
    }
  }

  #isDone(pair: EvidencePair): boolean {
    const { ledger } = this.#parts
    const { epoch, signer } = pair.first
    const contradiction = contradictionOf(pair)
    const culprit = ledger.validatorsOf(epoch)?.validators[signer]
    const head = ledger.view()
    if (contradiction === undefined || culprit === undefined || !head.ok) return true
    const { kind, height } = contradiction
    const isOld = height + EVIDENCE_BLOCKS < ledger.head.header.height
    return isOld || isEvidenceKnown(head.value, { consensusKey: culprit.consensusKey.bytes, epoch, kind })
  }

  #isDue({ pair, seenAtMs }: PendingEvidence): boolean {
    const { clock, ledger, place } = this.#parts
    const self = place()
    const governs = ledger.modules.ordered.some(({ name, commands }) => name === 'governance' && Object.hasOwn(commands, 'reportEvidence'))
    if (self === undefined || !governs) return false
    const validators = ledger.validators.validators.length
    // The culprit itself comes last, and has no reason to.
    const turn = (self - pair.first.signer - 1 + 2 * validators) % validators
    return clock.nowMs() - seenAtMs >= turn * STAGGER_MS
  }

  async #report(pair: EvidencePair): Promise<void> {
    const { submit, logger } = this.#parts
    const outcome = await submit(this.#transaction(pair))
    const fields = { epoch: pair.first.epoch, validator: pair.first.signer, kind: contradictionOf(pair)?.kind }
    if (outcome.ok) logger.info({ ...fields, txId: outcome.value.id }, 'evidence of misbehaviour sent to the chain')
    else logger.warn({ ...fields, code: outcome.error.code, reason: outcome.error.message }, 'evidence was not taken, it is sent again')
  }

  #transaction(pair: EvidencePair): Uint8Array {
    const { chain, ledger, signer, clock } = this.#parts
    const { header } = ledger.head
    const { timeToLiveMsMax } = ledger.paramsAt(header.height + 1)
    const { publicKey } = signer
    const bodyBytes = transactionBodyCodec.encode({
      genesisHash: chain.genesisHash,
      chainId: chain.genesis.chainId,
      sender: addressOfPublicKey(KEY_ALGORITHM.ed25519, publicKey),
      coSigners: [],
      expiresAtMs: Math.max(header.timeMs, clock.nowMs()) + Math.min(EXPIRY_MS, Math.floor(timeToLiveMsMax / 2)),
      unique: bytesToHex(crypto.getRandomValues(new Uint8Array(TRANSACTION_UNIQUE_SIZE_BYTES))),
      calls: [{ module: 'governance', command: 'reportEvidence', params: encodeEvidenceReport(pair) }],
    })
    const signature = signer.sign(transactionSignBytes(transactionId(bodyBytes)))
    return encodeTransaction(bodyBytes, [{ algorithm: KEY_ALGORITHM.ed25519, publicKey, signature }])
  }
}

/** Undefined for a node that has no key to report with. */
export function createEvidenceReporter(
  { chain, config }: NodeOptions,
  { clock, logger }: NodeComponents,
  signer: LocalSigner | undefined,
  parts: Pick<EvidenceReporterParts, 'ledger' | 'place' | 'submit'>,
): EvidenceReporter | undefined {
  if (signer === undefined) return undefined
  const file = new EvidenceFile(join(config.dataDir, EVIDENCE_FILE))
  return new EvidenceReporter({ ...parts, chain, clock, logger, signer, file })
}
