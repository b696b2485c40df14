import { sha256Native, verifySignatureNative } from '@hanse/crypto-native'
import type { Store } from '@hanse/ports'
import { type CertifiedBlock, type Chain, proposalDigest, type Transaction, type Verified } from '@hanse/protocol'
import { ChainReader, finalWrites, Gate, genesisWrites, setsAboveHead, type VerifiedBlock } from '@hanse/replica'
import { createGenesisState, createLedger, type InstalledModule, type Ledger, MissingModuleError } from '@hanse/state'
import { installedModules, modulesOf } from '../own-modules/installed-modules.ts'
import { copyKept } from './copy-store.ts'
import type { OldStore } from './old-store.ts'
import { WriteBuffer } from './write-buffer.ts'

/**
 * Executes the blocks of the old store again, from genesis up to the first that is not whole. Gives the height reached, undefined where not
 * even genesis can be executed. Whatever the old state was, this is the chain's.
 */
export async function replayStore(
  old: OldStore,
  into: Store,
  chain: Chain,
  own: readonly InstalledModule[],
  onReplayed: (height: number, head: number) => void,
): Promise<number | undefined> {
  const modules = modulesOf(chain, own)
  if (!modules.ok) return undefined
  const genesis = createGenesisState(chain, modules.value, sha256Native)
  await into.write(genesisWrites(genesis.header, genesis.hash, genesis.writes), { sync: true })
  const { header, hash } = genesis
  const source = new ChainReader(into).state
  const ledger = createLedger({ chain, modules: installedModules(own), source, head: { header, hash }, recent: [], hasher: sha256Native })
  const gate = new Gate(chain, verifySignatureNative, {
    get sets() {
      return setsAboveHead(ledger)
    },
  })
  const buffer = new WriteBuffer(into)
  for (let height = 1; ; height++) {
    const certified = old.block(height)?.certified
    const block = certified === undefined ? undefined : verified(gate, certified)
    const writes = block === undefined ? undefined : executed(ledger, block)
    if (writes === undefined) break
    await buffer.add(writes)
    if (height % STORED_EVERY_BLOCKS === 0) {
      await buffer.flush()
      ledger.stored(height)
    }
    onReplayed(height, old.head ?? height)
  }
  await copyKept(old, buffer)
  await buffer.finish()
  return ledger.head.header.height
}

/** Well below what a ledger keeps until it is stored. */
const STORED_EVERY_BLOCKS = 32

function verified(gate: Gate, certified: CertifiedBlock): VerifiedBlock | undefined {
  const transactions: Verified<Transaction>[] = []
  for (const raw of certified.transactions) {
    const transaction = gate.transaction(raw)
    if (!transaction.ok) return undefined
    transactions.push(transaction.value)
  }
  const block = gate.block(certified, transactions)
  return block.ok && block.value.certificate.digest === proposalDigest(block.value.body) ? block.value : undefined
}

/** What the store keeps of the block, where executing it gives what its certificate says. */
function executed(ledger: Ledger, { body, transactions, certificate }: VerifiedBlock): ReturnType<typeof finalWrites> | undefined {
  if (body.height !== ledger.head.header.height + 1) return undefined
  try {
    const block = ledger.execute(ledger.head.hash, body, transactions)
    if (block.hash !== certificate.headerHash) return undefined
    const { writes } = ledger.finalize(block.hash)
    return finalWrites({ block, transactions, certificate, writes })
  } catch (error) {
    if (error instanceof MissingModuleError) return undefined
    throw error
  }
}
