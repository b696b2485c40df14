/** In `file`, from the packages folder, `find` becomes `replace`. It must occur exactly once. */
export interface Patch {
  readonly file: string
  readonly find: string
  readonly replace: string
}

export interface PlantedBug {
  readonly name: string
  readonly patches: readonly Patch[]
}

/** Bugs that the simulator must find: each is a mistake that somebody could make in shipped code. */
export const PLANTED_BUGS: readonly PlantedBug[] = [
  {
    name: 'quorum of 2f',
    patches: [
      {
        file: 'protocol/src/quorum.ts',
        find: 'return Math.ceil((validators + faultsMax(validators) + 1) / 2)',
        replace: 'return 2 * faultsMax(validators)',
      },
    ],
  },
  {
    name: 'lock forgotten after restart',
    patches: [
      {
        file: 'consensus/src/handle/start.ts',
        find: 'state.prepared.set(record.height, certificate)',
        replace: '',
      },
    ],
  },
  {
    name: 'chain id missing from the signed bytes',
    patches: [
      {
        file: 'protocol/src/consensus-message.ts',
        find: '    hexToBytes(domain.genesisHash),\n    uint64ToBytes(domain.chainId),\n',
        replace: '',
      },
    ],
  },
  {
    name: 'duplicate signer counted',
    patches: [
      {
        file: 'protocol/src/certificate.ts',
        find: 'if (signer <= previous)',
        replace: 'if (signer < previous)',
      },
      {
        file: 'consensus/src/vote-set.ts',
        find: 'if (first.key === key || this.#conflicting.has(signer)) return KNOWN',
        replace:
          'if (this.#conflicting.has(signer)) return KNOWN\n    if (first.key === key) {\n      this.#count(key)\n      return ADDED\n    }',
      },
    ],
  },
  {
    name: 'send before persist',
    patches: [
      {
        file: 'replica/src/replica.ts',
        find: '    return this.#effects\n',
        replace: "    return this.#effects.toSorted((left, right) => Number(right.type === 'sign') - Number(left.type === 'sign'))\n",
      },
    ],
  },
  {
    name: 'Commit before the height below is final',
    patches: [
      {
        file: 'consensus/src/commit.ts',
        find: 'return slot.height === state.head.height + 1 && state.executed.get(slot.height)?.parentHash === state.head.hash',
        replace: 'return state.executed.has(slot.height)',
      },
    ],
  },
]
