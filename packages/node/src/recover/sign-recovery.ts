import { existsSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { createSigner } from '@hanse/crypto-native'
import { bytesToHex, type Hash, type Result } from '@hanse/primitives'
import {
  asEpoch,
  type ConsensusMessage,
  consensusSignBytes,
  epochAfter,
  type Guard,
  guardCodec,
  RECOVERY_EPOCHS_MIN,
  type SignedMessage,
} from '@hanse/protocol'
import { guardForRecovery, placeOf, type RecoveredEpoch, readGuard, recoverEpoch, roleOnChain } from '@hanse/replica'
import { inspectGuard, inspectLog, openGuardFile } from '@hanse/storage'
import type { NodeConfig } from '../config.ts'
import { type AskPassword, readNodeHome } from '../home.ts'
import { dataPaths, guardPath } from '../node-files.ts'
import { syncFolder } from '../snapshot/folder-files.ts'
import { orRefuse, refusalOf, refuse } from '../snapshot/refused.ts'
import { freeName } from '../snapshot/restore-snapshot.ts'
import { logStatus, lostHeight } from './recovery-status.ts'
import { type StoppedChain, withStoppedChain } from './stopped-chain.ts'

export interface SignOptions {
  /** The head that all members have agreed on: the highest that any of them has. It must be this node's own. */
  readonly head: Hash
  /** Default: the second after the present. A later one where an earlier statement was given up by all. */
  readonly epoch?: number
  /** Sign although this node had final blocks that it has no more. */
  readonly giveUpBlocks?: boolean
  readonly ask: AskPassword
}

export interface RecoverySigned {
  readonly chainId: number
  readonly genesisHash: Hash
  readonly head: { readonly height: number; readonly hash: Hash }
  readonly organization: string
  readonly statement: SignedMessage
  /** Where the log lies now: the guard alone says from here on what the key has promised. */
  readonly logBefore?: string
}

/**
 * Signs, for the validator of a stopped node, that the next epoch begins above its head. The guard is raised first, durably: the key has left
 * the present epoch then, and signs no other head for the next one. Log and store may be as damaged as a repair leaves them; the guard may not.
 */
export async function signRecovery(home: string, options: SignOptions): Promise<Result<RecoverySigned>> {
  return await refusalOf(async () => {
    const { consensusSeed } = orRefuse(await readNodeHome(home, options.ask))
    if (consensusSeed === undefined)
      return refuse('recover/no-validator', `${home} has no voting key`, 'Validators sign: run it at theirs.')
    return await withStoppedChain(home, async (stopped) => await signOn(stopped, consensusSeed, options))
  })
}

async function signOn(stopped: StoppedChain, seed: Uint8Array, options: SignOptions): Promise<RecoverySigned> {
  const { chain, config, ledger } = stopped
  const { header, hash } = ledger.head
  const { height } = header
  if (hash !== options.head) {
    refuse(
      'recover/other-head',
      `the head of this node is block ${height}, ${hash}, and not ${options.head}`,
      'All sign for the highest head that any node has. Start those that are below it: they fetch what is missing.',
    )
  }
  const key = createSigner(seed)
  const { validators } = ledger.validators
  const signer = placeOf(bytesToHex(key.publicKey), { validators })
  if (signer === undefined) return refuse('recover/no-validator', `the key of this node is no validator’s above block ${height}`)
  const recovered = orRefuse(recoverEpoch(ledger, asEpoch(options.epoch ?? epochAfter(header) + RECOVERY_EPOCHS_MIN)))
  const guard = await promised(stopped, recovered, options)
  const logBefore = await promise(config, guard)
  const { epoch, vote } = recovered
  const message: ConsensusMessage = { type: 'commit', ...vote }
  const domain = { genesisHash: chain.genesisHash, chainId: chain.genesis.chainId }
  const signature = bytesToHex(key.sign(consensusSignBytes(domain, epoch, message)))
  return {
    ...domain,
    head: { height, hash },
    organization: validators[signer]?.organization ?? '',
    statement: { epoch, signer, signature, message },
    ...(logBefore === undefined ? {} : { logBefore }),
  }
}

/** The guard that the signature needs, where nothing that this node knows stands against it. */
async function promised({ chain, config, ledger }: StoppedChain, recovered: RecoveredEpoch, { giveUpBlocks }: SignOptions): Promise<Guard> {
  const { height } = ledger.head.header
  const found = readGuard(await inspectGuard(guardPath(config)))
  orRefuse(roleOnChain(chain, found, []))
  const guard = found as Guard
  const raised = orRefuse(guardForRecovery(guard, recovered))
  const { state, finalHeight } = logStatus(await inspectLog(dataPaths(config.dataDir).log), height)
  if (state === 'whole' && finalHeight !== undefined) {
    refuse(
      'recover/blocks-in-log',
      `the log has final blocks up to ${finalHeight}, the store up to ${height}`,
      'Start the node once: it stores them. Then see hanse recover status again.',
    )
  }
  const lostUpTo = lostHeight(guard, ledger.paramsAt(height + 1).window)
  if (lostUpTo > height && giveUpBlocks !== true) {
    refuse(
      'recover/blocks-missing',
      `this key has voted on block ${guard.height}: the node had final blocks up to ${lostUpTo} at least, and has them up to ${height}`,
      'Look for them at every node and in every backup first. Where nobody has them: --give-up-blocks.',
    )
  }
  return raised
}

/** The guard first; then the log is set aside, which says nothing any more that counts. */
async function promise(config: NodeConfig, guard: Guard): Promise<string | undefined> {
  const file = await openGuardFile({ path: guardPath(config) })
  try {
    await file.write(guardCodec.encode(guard))
  } finally {
    await file.close()
  }
  const { log } = dataPaths(config.dataDir)
  if (!existsSync(log)) return undefined
  const before = await freeName(`${log}.before`)
  await rename(log, before)
  await syncFolder(config.dataDir)
  return before
}
