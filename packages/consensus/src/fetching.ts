import type { Hash } from '@hanse/primitives'
import { asHeight, asView, type Height, primaryOf, type ValidatorIndex } from '@hanse/protocol'
import type { Effect } from './effect.ts'
import { decidedDigest } from './execution.ts'
import type { Received, ViewChangeMessage } from './messages.ts'
import { FETCH_FANOUT } from './params.ts'
import { holdersOf } from './prepare.ts'
import { type Context, isInView, type Slot } from './replica-state.ts'
import { isFixed, windowSlots } from './slots.ts'

interface Want {
  readonly key: string
  /** Whom to ask, in turn. */
  readonly holders: readonly ValidatorIndex[]
  /** It is probably on its way: not asked for in the round in which it is first wanted. */
  readonly patient: boolean
  readonly effect: (from: readonly ValidatorIndex[]) => Effect
}

interface BodyWant {
  readonly height: Height
  readonly digest: Hash
  readonly holders: readonly ValidatorIndex[]
  readonly patient: boolean
}

/** Asks for what is missing, again every `fetchRetryMs`, each time others. */
export function fetchMissing(context: Context): void {
  const { state, options } = context
  const { fetch } = state
  const wants = [...missingBodies(context).map(bodyWant), ...missingViewChanges(context), ...missingBlocks(context)]
  if (wants.length === 0) return fetch.asked.clear()
  const keys = new Set(wants.map(({ key }) => key))
  for (const key of fetch.asked.keys()) if (!keys.has(key)) fetch.asked.delete(key)
  for (const want of wants) ask(context, want)
  if (fetch.running) return
  fetch.running = true
  context.emit({ type: 'start-timer', timer: 'fetch', durationMs: options.timeouts.fetchRetryMs })
}

/** The fetch timer: the next round may ask again. */
export function onFetchTimer({ state }: Context): void {
  state.fetch.running = false
  state.fetch.round += 1
}

function ask(context: Context, want: Want): void {
  const { fetch } = context.state
  const asked = fetch.asked.get(want.key)
  const since = asked?.since ?? fetch.round
  const due = asked?.last !== fetch.round && (!want.patient || since < fetch.round)
  fetch.asked.set(want.key, { since, last: due ? fetch.round : asked?.last })
  if (!due) return
  const holders = want.holders.filter((holder) => holder !== context.options.self)
  const turn = (fetch.round - since) * FETCH_FANOUT
  const from = new Set<ValidatorIndex>()
  for (let index = 0; index < Math.min(FETCH_FANOUT, holders.length); index++)
    from.add(holders[(turn + index) % holders.length] as ValidatorIndex)
  if (from.size > 0) context.emit(want.effect([...from]))
}

/** Bodies that are decided or named by others here, and not held. */
export function missingBodies(context: Context): readonly BodyWant[] {
  const { state, sizes } = context
  const wants: BodyWant[] = []
  const add = (slot: Slot, digest: Hash, patient: boolean): void => {
    if (!state.bodies.has(digest)) wants.push({ height: slot.height, digest, holders: holdersOf(context, slot, digest), patient })
  }
  for (const slot of windowSlots(context)) {
    const decided = decidedDigest(state, slot.height) ?? (isFixed(state, slot.height) ? slot.proposed : undefined)
    if (decided !== undefined) {
      // Above a gap it comes with the blocks that fill the gap.
      add(slot, decided, slot.height > state.head.height + 1 && state.certificates.has(slot.height))
      continue
    }
    // Where nothing is decided the Proposal is probably on its way.
    for (const digest of slot.prepares.keys as Iterable<Hash>) {
      if (digest === slot.proposed || slot.prepares.countOf(digest) >= sizes.oneHonest) add(slot, digest, true)
    }
  }
  return wants
}

function bodyWant({ height, digest, holders, patient }: BodyWant): Want {
  return { key: digest, holders, patient, effect: (from) => ({ type: 'fetch-body', from, height, digest }) }
}

function signersOf(certificate: { readonly signatures: readonly { readonly signer: ValidatorIndex }[] }): readonly ValidatorIndex[] {
  return certificate.signatures.map(({ signer }) => signer)
}

function everyone({ sizes }: Context, first: ValidatorIndex): readonly ValidatorIndex[] {
  return Array.from({ length: sizes.validators }, (_, index) => ((first + index) % sizes.validators) as ValidatorIndex)
}

/** Of announced views that are not entered. */
function missingViewChanges(context: Context): readonly Want[] {
  const wants: Want[] = []
  for (const { signed, found } of context.state.pendingNewViews.values()) {
    for (const hash of signed.message.viewChanges) {
      if (found.has(hash)) continue
      wants.push({
        key: hash,
        holders: everyone(context, signed.signer),
        patient: false,
        effect: (from) => ({ type: 'fetch-view-change', from, hash }),
      })
    }
  }
  return wants
}

/** The ViewChange with this hash, for one who has to recompute a NewView. */
export function relayableViewChange({ state }: Context, hash: Hash): Received<ViewChangeMessage> | undefined {
  for (const { found } of state.pendingNewViews.values()) {
    const known = found.get(hash)
    if (known !== undefined) return known.signed
  }
  return [...state.entered.viewChanges, ...state.viewChanges.values()].find((known) => known.hash === hash)?.signed
}

/** A certificate above what voting can reach asks for a sync; one that voting should reach soon does so when it has not. */
function missingBlocks(context: Context): readonly Want[] {
  const { state } = context
  const { highestCertificate } = state
  if (highestCertificate === undefined) return []
  const patient = state.certificates.has(asHeight(state.head.height + 1))
  const target = highestCertificate.height
  const holders = signersOf(highestCertificate)
  return [
    {
      key: 'blocks',
      holders,
      patient,
      effect: () => ({ type: 'request-sync', target, from: holders.filter((holder) => holder !== context.options.self) }),
    },
  ]
}

/** When the NewView of the promised view does not come, others than its primary may have it. */
export function fetchNewView(context: Context): void {
  const { state, options, sizes } = context
  if (isInView(state)) return
  const from = everyone(context, primaryOf(state.view, sizes.validators)).filter((validator) => validator !== options.self)
  context.emit({ type: 'fetch-new-view', from, view: state.view })
}

/**
 * Who has no voice leaves no view and is helped by nobody, for nobody hears that it is behind: where f + 1 validators have reached a higher
 * view, it asks them for its NewView.
 */
export function fetchReachedView(context: Context): void {
  const { state, options, sizes } = context
  if (options.self !== undefined) return
  const reached = everyone(context, 0 as ValidatorIndex)
    .map((validator) => ({ validator, view: Math.max(state.spokenIn.get(validator) ?? 0, state.standings.get(validator)?.view ?? 0) }))
    .sort((left, right) => right.view - left.view)
  const view = reached[sizes.oneHonest - 1]?.view ?? 0
  if (view <= state.entered.view) return
  const from = reached.filter((one) => one.view >= view).map(({ validator }) => validator)
  context.emit({ type: 'fetch-new-view', from, view: asView(view) })
}
