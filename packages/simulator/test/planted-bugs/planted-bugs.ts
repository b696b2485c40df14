/** In `file`, from the packages folder, `find` becomes `replace`. It must occur exactly once. */
export interface Patch {
  readonly file: string
  readonly find: string
  readonly replace: string
}

export interface PlantedBug {
  readonly name: string
  readonly patches: readonly Patch[]
  /** Parameters of the runs that can meet it. */
  readonly parameters?: readonly string[]
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
        find: 'let at = writeHash(domain.genesisHash, whole, tag.length)\n  at = writeNumber(domain.chainId, whole, at)',
        replace: 'let at = tag.length',
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
  {
    name: 'new view forgets what was prepared',
    patches: [
      {
        file: 'consensus/src/new-view.ts',
        find: 'return best === undefined ? { base } : { base, prepared: best }',
        replace: 'return { base }',
      },
    ],
  },
  {
    name: 'own votes forgotten after restart',
    patches: [
      {
        file: 'consensus/src/handle/start.ts',
        find: 'state.ownVotes.add(type, vote)',
        replace: '',
      },
    ],
  },
  {
    name: 'signatures of certificates unchecked',
    patches: [
      {
        file: 'replica/src/gate.ts',
        find: 'return verifyCommitCertificate(this.#domain, set, certificate, this.#verify)',
        replace: 'return verifyCommitCertificate(this.#domain, set, certificate, () => true)',
      },
    ],
  },
  {
    name: 'synced bodies taken as they come',
    parameters: ['--strategy', 'bad-state-sync', '--context', 'state sync'],
    patches: [
      {
        file: 'replica/src/block-sync.ts',
        find: 'certificate.epoch === body.epoch &&\n        certificate.digest === proposalDigest(body),',
        replace: 'certificate.epoch === body.epoch,',
      },
    ],
  },
  {
    name: 'Commits add up whatever header they name',
    patches: [
      {
        file: 'consensus/src/vote-store.ts',
        find: 'commitKey(message.digest, message.headerHash)',
        replace: 'commitKey(message.digest, message.digest)',
      },
    ],
  },
  {
    name: 'executed ids forgotten after restart',
    patches: [
      {
        file: 'replica/src/recovery.ts',
        find: 'for (const id of summary.included) recent.push({ id, expiresAtMs })',
        replace: '',
      },
    ],
  },
  {
    name: 'view timer stays out after it fired',
    patches: [
      {
        file: 'consensus/src/timers.ts',
        find: "  if (state.timer.state === 'running') emit({ type: 'stop-timer', timer: 'view' })\n  state.timer.state = 'idle'\n}",
        replace: "  if (state.timer.state === 'running') emit({ type: 'stop-timer', timer: 'view' })\n}",
      },
    ],
  },
  {
    name: 'log never compacted',
    patches: [
      {
        file: 'replica/src/log-keeper.ts',
        find: 'else this.#addSlack(record)\n    }\n    this.#live = kept',
        replace: 'else this.#addSlack(record)\n    }',
      },
    ],
  },
  {
    name: 'no signature is checked',
    patches: [
      {
        file: 'crypto/src/verified.ts',
        find: 'const failed = checks.findIndex((check) => !verify(check))',
        replace: 'const failed = -1 + 0 * Number(verify === undefined)',
      },
    ],
  },
  {
    name: 'votes of lower views add up',
    patches: [
      {
        file: 'consensus/src/handle/message.ts',
        find: 'if (message.view === state.entered.view) return storeVote(context, signed)',
        replace: 'if (message.view <= state.entered.view) return storeVote(context, signed)',
      },
    ],
  },
  {
    name: 'ViewChange without the own lock',
    patches: [
      {
        file: 'consensus/src/view-change.ts',
        find: '...(prepared === undefined ? {} : { prepared }) }',
        replace: '}',
      },
    ],
  },
  {
    name: 'nobody asked in the place of a silent peer',
    patches: [
      {
        file: 'replica/src/block-sync.ts',
        find: 'if (asked !== undefined) this.#rest(peer, nowMs, false)',
        replace: 'void [peer, asked, nowMs]',
      },
    ],
  },
  {
    name: 'a package taken for another of its name and version',
    patches: [
      {
        file: 'protocol/src/module-set.ts',
        find: 'left.version === right.version && left.hash === right.hash',
        replace: 'left.version === right.version',
      },
    ],
    parameters: ['--module-vote'],
  },
  {
    name: 'a missing module passed over',
    patches: [
      {
        file: 'state/src/runtime/activate-modules.ts',
        find: 'if (shelf.find(voted.module) === undefined) throw new MissingModuleError(voted.module, block.height)',
        replace: "if (shelf.find(voted.module) === undefined) return 'rules'",
      },
    ],
    parameters: ['--module-vote'],
  },
  {
    name: 'a new view taken on trust',
    patches: [
      {
        file: 'consensus/src/view-entry.ts',
        find: '    if (!followsFrom(message, viewChanges, sizes.quorum)) continue\n',
        replace: '    void [followsFrom, sizes]\n',
      },
    ],
    parameters: ['--strategy', 'forged-newview'],
  },
  {
    name: 'no watermark above the head',
    patches: [
      {
        file: 'consensus/src/handle/message.ts',
        find: '  if (height > bufferEnd(context)) return\n',
        replace: '',
      },
    ],
  },
  {
    name: 'views that run away',
    patches: [
      {
        file: 'consensus/src/timers.ts',
        find: 'if (!isInView(state)) return viewChangesFor(state) >= sizes.quorum',
        replace: 'if (!isInView(state)) return viewChangesFor(state) >= 0 * sizes.quorum',
      },
    ],
  },
  {
    name: 'a restored backup votes at once',
    patches: [
      {
        file: 'consensus/src/recovery.ts',
        find: "return ok(knowsLastVote ? { type: 'validator' } : { type: 'recovering', until: guard })",
        replace: "return ok(knowsLastVote ? { type: 'validator' } : { type: 'validator' })",
      },
    ],
  },
  {
    name: 'certificates inside a ViewChange unchecked',
    patches: [
      {
        file: 'protocol/src/consensus-checks.ts',
        find: 'if (message.prepared !== undefined) checks.push(...certificateChecks(domain, set, message.prepared))',
        replace: '',
      },
    ],
    parameters: ['--strategy', 'fake-checkpoint'],
  },
  {
    name: 'the stale prepared certificate wins',
    patches: [
      {
        file: 'consensus/src/new-view.ts',
        find: 'prepared.view > best.view',
        replace: 'prepared.view < best.view',
      },
    ],
    parameters: ['--strategy', 'stale-viewchange-cert'],
  },
  {
    name: 'bytes that are not canonical',
    patches: [
      {
        file: 'protocol/src/schema/message.ts',
        find: 'return equalBytes(write(value.value), bytes) ? value : err(notCanonical())',
        replace: 'return equalBytes(write(value.value), bytes) ? value : value',
      },
    ],
  },
  {
    name: 'a payment that costs nothing',
    patches: [
      {
        file: 'modules/src/settlement/accounts.ts',
        find: 'else balances.put(state, [currency, account], { amount: held - amount })',
        replace: 'else balances.put(state, [currency, account], { amount: held })',
      },
    ],
  },
  {
    name: 'told before it is stored',
    patches: [
      {
        file: 'replica/src/replica.ts',
        find: "this.#effects.push({ type: 'store', final }, { type: 'finalized', final })",
        replace: "this.#effects.push({ type: 'finalized', final }, { type: 'store', final })",
      },
    ],
  },
  {
    name: 'evidence against who has made the height final',
    patches: [
      {
        file: 'protocol/src/evidence.ts',
        find: 'if (newView <= view || headHeight >= height) return false',
        replace: 'if (newView <= view || headHeight > height) return false',
      },
    ],
  },
  {
    name: 'the head of a ViewChange checked with the set of now',
    patches: [
      {
        file: 'replica/src/gate.ts',
        find: 'return verifyConsensusMessage(this.#domain, set, signed, this.#verify, below)',
        replace: 'return verifyConsensusMessage(this.#domain, set, signed, this.#verify, below && { ...below, set })',
      },
    ],
    parameters: ['--context', 'reconfig'],
  },
  {
    name: 'retired keys sign above the end of their epoch',
    patches: [
      {
        file: 'replica/src/gate.ts',
        find: 'return epoch === sets.epoch - 1 && height <= end ? sets.below?.set : undefined',
        replace: 'return epoch === sets.epoch - 1 ? sets.below?.set : undefined',
      },
      {
        file: 'replica/src/replica.ts',
        find: '      if (!isOfNext(this.epoch, block)) break\n',
        replace: '',
      },
    ],
    parameters: ['--strategy', 'long-range-blocks', '--context', 'reconfig'],
  },
  {
    name: 'old software does not stop at the height of a new version',
    patches: [
      {
        file: 'state/src/chain/create-ledger.ts',
        find: 'return unknown === undefined ? set : { ...set, unknown }',
        replace: 'return unknown === undefined ? set : set',
      },
      {
        file: 'state/src/chain/create-ledger.ts',
        find: 'if (!this.#versions.includes(version)) throw new ProtocolTooOldError(version, body.height, this.#versions)',
        replace: '',
      },
    ],
  },
  {
    name: 'old software votes on a batch of a version that it does not know',
    patches: [
      {
        file: 'replica/src/transaction-desk.ts',
        find: 'return height >= (this.#ledger.rules.unknown?.height ?? Number.POSITIVE_INFINITY)',
        replace: 'return height < 0 && this.#ledger.rules.unknown !== undefined',
      },
    ],
  },
  {
    name: 'the epoch of a vote ignored',
    patches: [
      {
        file: 'replica/src/gate.ts',
        find: "if (epoch !== this.epoch) return ok({ type: 'other-epoch', from, epoch, height: headOf(message) })",
        replace: 'void [epoch, message, headOf]',
      },
      {
        file: 'replica/src/gate.ts',
        find: 'if (signed.epoch !== epoch) return err(',
        replace: 'if (signed.epoch < 0) return err(',
      },
      {
        file: 'consensus/src/handle/message.ts',
        find: '  if (signed.epoch !== context.options.epoch) return\n',
        replace: '',
      },
    ],
    parameters: ['--strategy', 'reconfig-race'],
  },
  {
    name: 'a payment versus payment settles though a leg cannot arrive',
    patches: [
      {
        file: 'modules/src/payments/legs.ts',
        find: '?? spendReserved(state, provided, payment.creditorAgent)',
        replace: '?? (spendReserved(state, provided, payment.creditorAgent), undefined)',
      },
    ],
    parameters: ['--trade'],
  },
  {
    name: 'of two locked legs one goes back',
    patches: [
      {
        file: 'modules/src/payments/legs.ts',
        find: 'for (const leg of waitingLegs(payment)) unreserve(state, leg)',
        replace: 'for (const leg of waitingLegs(payment).slice(0, 1)) unreserve(state, leg)',
      },
    ],
    parameters: ['--trade'],
  },
  {
    name: 'a claim goes to a bank that has not paid',
    patches: [
      {
        file: 'modules/src/receivables/commands/finance.ts',
        find: '    if (unpaid !== undefined) return unpaid\n    handOver(',
        replace: '    void unpaid\n    handOver(',
      },
    ],
    parameters: ['--trade'],
  },
  {
    name: 'a split makes a unit',
    patches: [
      {
        file: 'modules/src/receivables/commands/split.ts',
        find: 'face: share, outstanding: share,',
        replace: 'face: share, outstanding: index === 0 ? share + 1n : share,',
      },
    ],
    parameters: ['--trade'],
  },
  {
    name: 'whoever is beaten in an auction does not get its money back',
    patches: [
      {
        file: 'modules/src/receivables/commands/reveal.ts',
        find: '  refundBest(state, certificate, auction)\n',
        replace: '  void refundBest\n',
      },
    ],
    parameters: ['--trade'],
  },
  {
    name: 'a claim that a court has stopped is offered for sale',
    patches: [
      {
        file: 'modules/src/receivables/certificate-store.ts',
        find: 'if (status === wanted && !late)',
        replace: "if ((status === wanted || status === 'FROZEN') && !late)",
      },
    ],
    parameters: ['--trade'],
  },
]
