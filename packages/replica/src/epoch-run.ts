import { createEngine, type Effect, type Engine, type Input, type TimerId } from '@hanse/consensus'
import { assert } from '@hanse/primitives'
import type { ChainParams, ConsensusMessage, Epoch, PeerId, ValidatorIndex } from '@hanse/protocol'
import type { Ledger } from '@hanse/state'
import type { ReplicaEffect } from './effect.ts'
import { EpochPeers } from './epoch-peers.ts'
import type { EpochSets } from './epoch-sets.ts'
import type { ReplicaInput } from './input.ts'
import type { ReplicaOptions } from './replica-options.ts'

/** What the engine says to others. */
type Outward = Extract<
  Effect,
  { type: 'broadcast' | 'send' | 'relay' | 'send-certificate' | 'send-body' | 'fetch-body' | 'fetch-view-change' | 'fetch-new-view' }
>
/** What others ask of the engine. */
type Inward = Extract<ReplicaInput, { type: 'fetch-body' | 'fetch-view-change' | 'fetch-new-view' }>

/** Timers of an engine: they stop with it. */
export const ENGINE_TIMERS: readonly TimerId[] = ['view', 'batch', 'heartbeat', 'status', 'fetch', 'rate']

function paramsAbove(ledger: Ledger): ChainParams {
  return ledger.paramsAt(ledger.head.header.height + 1)
}

/** One epoch as this replica runs it: the engine, with who is who. */
export class EpochRun {
  readonly sets: EpochSets
  readonly engine: Engine
  readonly peers: EpochPeers

  constructor(
    { chain, timeouts, proposedAheadMax }: ReplicaOptions,
    ledger: Ledger,
    sets: EpochSets,
    self: ValidatorIndex | undefined,
    connected: Iterable<PeerId> = [],
  ) {
    const { genesis, genesisHash } = chain
    this.sets = sets
    this.peers = new EpochPeers(sets.set, self, connected)
    this.engine = createEngine({
      ...{ domain: { genesisHash, chainId: genesis.chainId }, epoch: sets.epoch, validators: sets.set, timeouts },
      ...(self === undefined ? {} : { self }),
      ...(proposedAheadMax === undefined ? {} : { proposedAheadMax }),
      // Votes change them in the middle of an epoch.
      get window() {
        return paramsAbove(ledger).window
      },
      get heartbeatMs() {
        return paramsAbove(ledger).heartbeatMs
      },
    })
  }

  get epoch(): Epoch {
    return this.sets.epoch
  }

  /** What the engine says to places of the set, said to peers. */
  outward(effect: Outward): ReplicaEffect {
    const { peers } = this
    switch (effect.type) {
      case 'broadcast':
        return this.#sign(effect.message, peers.others, true)
      case 'send':
        return this.#sign(effect.message, [peers.nameOf(effect.to)], false)
      case 'relay':
      case 'send-certificate':
        return { ...effect, to: peers.namesOf(effect.to) }
      case 'send-body':
        return { ...effect, to: peers.nameOf(effect.to) }
      case 'fetch-body':
      case 'fetch-view-change':
      case 'fetch-new-view':
        return { ...effect, from: peers.namesOf(effect.from) }
    }
  }

  /** What a peer asks of the engine; undefined for a stranger's question. */
  inward(input: Inward): Input | undefined {
    const from = this.peers.indexOf(input.from)
    return from === undefined ? undefined : { ...input, from }
  }

  #sign(message: ConsensusMessage, to: readonly PeerId[], broadcast: boolean): ReplicaEffect {
    const { self } = this.peers
    assert(self !== undefined, 'an observer signs nothing')
    return { type: 'sign', epoch: this.epoch, signer: self, to, broadcast, message }
  }
}
