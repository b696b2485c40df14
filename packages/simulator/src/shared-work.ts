import { equalBytes, type Hash, ok, type Result } from '@hanse/primitives'
import type { ProposalBody, Transaction, Verified } from '@hanse/protocol'
import type { ExecutionPort } from '@hanse/state'
import type { FaultPlan, Software } from './fault.ts'
import type { SimulationOptions } from './result.ts'

/** In one of so many seeds every node computes everything for itself. */
const ALONE_OF = 8
/** What a node executes for itself after a start on a disk that it has used before: its state is what it has read there. */
const EXECUTIONS_AFTER_START = 2

interface Executed {
  readonly body: ProposalBody
  readonly transactions: readonly Verified<Transaction>[]
  readonly execution: unknown
}

/**
 * What is a function of its input alone, whichever node computes it: the first one does, and the others take that over. It is of one world.
 * A run is the same to its trace with it and without.
 */
export class SharedWork implements ExecutionPort {
  readonly #transactions = new WeakMap<Uint8Array, Verified<Transaction>>()
  /** By the parent. */
  readonly #executed = new Map<Hash, Executed[]>()

  once<T>(parentHash: Hash, body: ProposalBody, transactions: readonly Verified<Transaction>[], execute: () => T): T {
    const children = this.#executed.get(parentHash) ?? []
    const same = children.find((child) => isSameBody(child.body, body) && areSame(child.transactions, transactions))
    if (same !== undefined) return same.execution as T
    const execution = execute()
    this.#executed.set(parentHash, [...children, { body, transactions, execution }])
    return execution
  }

  /** The transaction that these bytes are, verified: bytes that are passed on are one and the same array. */
  transaction(raw: Uint8Array, verify: () => Result<Verified<Transaction>>): Result<Verified<Transaction>> {
    const known = this.#transactions.get(raw)
    if (known !== undefined) return ok(known)
    const verified = verify()
    if (verified.ok) this.#transactions.set(raw, verified.value)
    return verified
  }

  /**
   * What a process takes over. One that begins where an earlier one has been shows first that it can do without. Old software executes as
   * far as it knows how to, and does so itself.
   */
  executionsOf(software: Software, isFirst: boolean): ExecutionPort | undefined {
    if (software === 'old') return undefined
    if (isFirst) return this
    let alone = 0
    return {
      once: (parentHash, body, transactions, execute) => {
        if (alone === EXECUTIONS_AFTER_START) return this.once(parentHash, body, transactions, execute)
        alone += 1
        return execute()
      },
    }
  }
}

/** Undefined where each node computes for itself: where modules or the state of one may be others, and in a part of all seeds. */
export function sharedWorkOf({ seed, moduleVote = false, alone }: SimulationOptions, { scheduled }: FaultPlan): SharedWork | undefined {
  const differs = moduleVote || scheduled.some((fault) => fault.type === 'disk-damage' && fault.part === 'state')
  return differs || (alone ?? seed % ALONE_OF === 0) ? undefined : new SharedWork()
}

function isSameBody(left: ProposalBody, right: ProposalBody): boolean {
  const { height, epoch, timeMs, proposer, ids } = left
  if (height !== right.height || epoch !== right.epoch || timeMs !== right.timeMs || proposer !== right.proposer) return false
  return ids.length === right.ids.length && ids.every((id, index) => id === right.ids[index])
}

/** Byte for byte: what was signed by another key is another transaction, though it has the same id. */
function areSame(left: readonly Verified<Transaction>[], right: readonly Verified<Transaction>[]): boolean {
  return left.length === right.length && left.every(({ bytes }, index) => isSame(bytes, right[index]?.bytes))
}

function isSame(left: Uint8Array, right: Uint8Array | undefined): boolean {
  return right !== undefined && (left === right || equalBytes(left, right))
}
