import { assert, type Hash } from '@hanse/primitives'
import {
  asHeight,
  asView,
  type CommitCertificate,
  type ProposalBody,
  proposalDigest,
  type SignedMessage,
  type Verified,
} from '@hanse/protocol'
import { test } from 'tap'
import * as shipped from '../src/index.ts'
import { loadMutant } from './mutant.ts'
import { EPOCH, named } from './support/fixtures.ts'
import { type EngineModule, Network } from './support/network.ts'
import { type Actor, digestOf, Scene } from './support/scene.ts'

// consensus.md, "Traces that weaker rules fail". Each is run against the shipped source, where it must do no harm, and against a mutant
// with the weaker rule, where it must.

const WEAKER = {
  /** A parent that is only executed, of the same view or not, is enough. */
  parentNotFinal: {
    file: 'commit.ts',
    find: 'return slot.height === state.head.height + 1 && state.executed.get(slot.height)?.parentHash === state.head.hash',
    replace: 'return state.executed.has(slot.height) || slot.height > 0',
  },
  viewsAddUp: {
    file: 'handle/message.ts',
    find: 'if (message.view === state.entered.view) return storeVote(context, signed)',
    replace: 'if (message.view <= state.entered.view) return storeVote(context, signed)',
  },
  commitsNotLookedUp: {
    file: 'commit.ts',
    find: 'if (state.ownVotes.commitAt(state.view, height) !== undefined) return',
    replace: 'if (state.ownVotes.commitAt(state.view, height)?.headerHash === executed.headerHash) return',
  },
  lastVoteCounts: {
    file: 'own-votes.ts',
    find: 'if (!kept.has(vote.view)) kept.set(vote.view, vote)',
    replace: 'kept.set(vote.view, vote)',
  },
  votesForgotten: {
    file: 'handle/start.ts',
    find: 'state.ownVotes.add(type, vote)',
    replace: 'return',
  },
  certificateNotLogged: {
    file: 'finality.ts',
    find: "context.emit({ type: 'persist', record: { type: 'committed', ...head.certificate } })",
    replace: '',
  },
  bytesNotLogged: {
    file: 'prepare.ts',
    find: "emit({ type: 'persist', record })",
    replace: '',
  },
  fixedHeightJudged: {
    file: 'prepare.ts',
    find: 'body, digest, fresh, holders: holdersOf',
    replace: 'body, digest, fresh: true, holders: holdersOf',
  },
  heightsOnlyRise: {
    file: 'voting-rights.ts',
    find: 'return isInView(state) && height > finalHeight && mayAskFor(context, state.view)',
    replace: 'return isInView(state) && state.ownVotes.ofView(state.view).every(({ vote }) => vote.height <= height)',
  },
  timerStartsAtOnce: {
    file: 'timers.ts',
    find: 'if (!isInView(state)) return viewChangesFor(state) >= sizes.quorum',
    replace: 'if (!isInView(state)) return true',
  },
} as const

const a = named('a')
const b = named('b')
const c = named('c')
const e = named('e')
const x = named('x')

type Signed = Verified<SignedMessage>

function digestAt(scene: Scene, from: Actor, view: number, height: number): Hash {
  const [proposal] = scene.said(from, { type: 'proposal', view, height })
  assert(proposal?.message.type === 'proposal', `no proposal at (${view}, ${height})`)
  return proposalDigest(proposal.message.body)
}

function forgedPrepare(scene: Scene, view: number, height: number, digest: Hash): Signed {
  return scene.forge({ type: 'prepare', view: asView(view), height: asHeight(height), digest })
}

/** D commits whatever one of the honest has committed. */
function echoedByD(scene: Scene, commits: readonly Signed[]): readonly Signed[] {
  return commits.map(({ message }) => scene.forge(message))
}

function viewChanges(scene: Scene, view: number, ...actors: readonly Actor[]): readonly Signed[] {
  return scene.said(actors, { type: 'viewChange', view })
}

/** h1 = `first` is prepared in view 0, known to A alone; view 1 starts afresh and prepares `second`, known to D alone; view 2 fixes `first` again. */
function twoPreparedCertificates(scene: Scene, first: Hash, second: Hash): { readonly first: Hash; readonly second: Hash } {
  const { A, B, C } = scene
  A.propose([first])
  const firstDigest = digestAt(scene, A, 0, 1)
  scene.give(B, ...scene.said(A, { type: 'proposal', height: 1 }))
  scene.give(A, ...scene.said(B, { type: 'prepare', view: 0 }), forgedPrepare(scene, 0, 1, firstDigest))
  scene.leave(1, B, C)
  scene.give(B, ...viewChanges(scene, 1, C), scene.forge({ type: 'viewChange', newView: asView(1) }))
  B.propose([second])
  const secondDigest = digestAt(scene, B, 1, 1)
  scene.give(C, ...viewChanges(scene, 1, B), scene.forge({ type: 'viewChange', newView: asView(1) }))
  scene.give(C, ...scene.said(B, { type: ['newView', 'proposal'], view: 1 }))
  scene.leave(2, B, C, A)
  scene.give(C, ...viewChanges(scene, 2, A, B))
  const newView = scene.said(C, { type: 'newView', view: 2 })
  for (const actor of [A, B]) scene.give(actor, ...viewChanges(scene, 2, A, B, C), ...newView)
  return { first: firstDigest, second: secondDigest }
}

/** View 3, announced by D from the ViewChanges of A, C and itself, who owns up to `prepared` of view 1. */
function lastView(scene: Scene, prepared: Hash, present: readonly Actor[] = scene.honest): void {
  const { A, C } = scene
  scene.leave(3, A, ...present.filter((actor) => actor !== A))
  const own = scene.forge({ type: 'viewChange', newView: asView(3), prepared: scene.preparedCertificate(1, 1, prepared) })
  const chosen = [...viewChanges(scene, 3, A, C), own]
  const newView = scene.newViewOfD(3, chosen, { digest: prepared })
  scene.give(present, ...chosen, newView, forgedPrepare(scene, 3, 1, prepared))
  scene.exchangeAll()
}

function commitCertificateOf(commits: readonly Signed[]): CommitCertificate {
  const [first] = commits
  assert(first?.message.type === 'commit', 'Commits')
  const { view, height, digest, headerHash } = first.message
  const signatures = commits.map(({ signer, signature }) => ({ signer, signature })).sort((left, right) => left.signer - right.signer)
  return { epoch: EPOCH, view, height, digest, headerHash, signatures }
}

/** In view 2 heights 2 and 3 are prepared everywhere, height 1 only at B: A has executed it in view 0. */
function prepareHighHeights(scene: Scene): void {
  const { A, B, C } = scene
  C.propose([b], [c])
  scene.give([A, B], ...scene.said(C, { type: 'proposal', view: 2 }))
  for (const height of [2, 3]) {
    const digest = digestAt(scene, C, 2, height)
    scene.give(
      [A, B, C],
      ...scene.said([A, B, C], { type: ['proposal', 'prepare'], view: 2, height }),
      forgedPrepare(scene, 2, height, digest),
    )
  }
  scene.give(B, ...scene.said([A, C], { type: 'prepare', view: 2, height: 1 }))
}

function trace1(module: EngineModule): Scene {
  const scene = new Scene(module)
  const { A, B, C } = scene
  const { second } = twoPreparedCertificates(scene, a, e)
  prepareHighHeights(scene)
  lastView(scene, second)
  for (const height of [2, 3]) {
    const body: ProposalBody = {
      epoch: EPOCH,
      height: asHeight(height),
      ids: [named(`d${height}`)],
      timeMs: height,
      proposer: scene.indexOf('D'),
    }
    scene.give([A, B, C], scene.forge({ type: 'proposal', view: asView(3), body }))
  }
  scene.exchangeAll()
  return scene
}

test('trace 1: a Commit whose parent is only prepared', async (t) => {
  const held = trace1(shipped)
  t.same(held.forks(), [])
  t.same(
    held.honest.map(({ height }) => height),
    [3, 3, 3],
    'shipped: goes on over the certificate of the higher view',
  )
  t.ok(
    trace1(await loadMutant(WEAKER.parentNotFinal))
      .forks()
      .includes('fork at height 3'),
    'weaker: two certificates at height 3',
  )
})

function trace2(module: EngineModule): Scene {
  const scene = new Scene(module)
  const { A, B, C } = scene
  const { second } = twoPreparedCertificates(scene, a, b)
  // B alone sees height 1 prepared in view 2, and commits it there with D; A has committed it in view 0.
  scene.give(B, ...scene.said([A, C], { type: 'prepare', view: 2, height: 1 }))
  scene.give(B, ...echoedByD(scene, scene.said(B, { type: 'commit', view: 2 })), ...scene.said(A, { type: 'commit', view: 0 }))
  lastView(scene, second, B.height === 0 ? [A, C, B] : [A, C])
  return scene
}

test('trace 2: votes of different views that add up', async (t) => {
  const held = trace2(shipped)
  t.same(held.forks(), [])
  t.same(
    held.honest.map(({ height }) => height),
    [1, 1, 1],
  )
  t.same(trace2(await loadMutant(WEAKER.viewsAddUp)).forks(), ['fork at height 1'], 'weaker: both batches are final')
})

function trace3(module: EngineModule): Scene {
  const scene = new Scene(module)
  const { A, B, C } = scene
  A.propose([a], [c])
  // A sees height 2 prepared before height 1.
  for (const height of [2, 1]) {
    const digest = digestAt(scene, A, 0, height)
    scene.give(B, ...scene.said(A, { type: 'proposal', height }))
    scene.give(A, ...scene.said(B, { type: 'prepare', height }), forgedPrepare(scene, 0, height, digest))
  }
  // B, C and D make another height 1 final, without A.
  scene.leave(1, B, C)
  const afresh = [...viewChanges(scene, 1, B, C), scene.forge({ type: 'viewChange', newView: asView(1) })]
  scene.give(B, ...afresh)
  B.propose([e])
  const digest = digestAt(scene, B, 1, 1)
  scene.give(C, ...afresh, ...scene.said(B, { type: ['newView', 'proposal'], view: 1 }), forgedPrepare(scene, 1, 1, digest))
  scene.give(B, ...scene.said(C, { type: 'prepare', view: 1 }), forgedPrepare(scene, 1, 1, digest))
  scene.give(B, ...scene.said(C, { type: 'commit', view: 1 }), ...echoedByD(scene, scene.said(C, { type: 'commit', view: 1 })))
  const [certificate] = B.finals
  assert(certificate !== undefined, 'height 1 is final at B')
  A.step({ type: 'certificate', certificate: certificate as Verified<CommitCertificate> })
  return scene
}

test('trace 3: two Commits of one slot', async (t) => {
  t.same(trace3(shipped).doubleVotes, [])
  t.equal(trace3(shipped).A.height, 1)
  t.same(trace3(await loadMutant(WEAKER.parentNotFinal)).doubleVotes, [], 'the log is looked up before signing, whatever else is wrong')
  t.equal(
    trace3(await loadMutant(WEAKER.parentNotFinal, WEAKER.commitsNotLookedUp, WEAKER.lastVoteCounts)).doubleVotes.length,
    1,
    'weaker: A signs another header',
  )
})

/** D is primary of view 0, and says one thing before A's power cut and another after. */
function forgottenLock(module: EngineModule): Scene {
  const scene = new Scene(module, {}, ['D', 'A', 'B', 'C'])
  const { A } = scene
  const body: ProposalBody = { epoch: EPOCH, height: asHeight(1), ids: [a], timeMs: 1, proposer: scene.indexOf('D') }
  scene.give(A, scene.forge({ type: 'proposal', view: asView(0), body }))
  A.cutPower()
  A.start()
  scene.give(A, scene.forge({ type: 'proposal', view: asView(0), body: { ...body, ids: [b] } }))
  return scene
}

test('trace 3, before that: two Prepares of one slot, a restart between them', async (t) => {
  const held = forgottenLock(shipped)
  t.same(held.doubleVotes, [])
  t.equal(held.said(held.A, { type: 'prepare', height: 1 }).length, 2, 'shipped: the logged message is sent again, never another')
  t.equal(forgottenLock(await loadMutant(WEAKER.votesForgotten)).doubleVotes.length, 1, 'weaker: A signs both')
})

function trace4(module: EngineModule): Scene {
  const scene = new Scene(module)
  const { A, B, C } = scene
  A.propose([a])
  scene.give([B, C], ...scene.said(A, { type: 'proposal', height: 1 }))
  scene.give([A, B, C], ...scene.said([B, C], { type: 'prepare', height: 1 }))
  scene.give([A, B], ...scene.said([A, B, C], { type: 'commit', height: 1 }))
  A.propose([b])
  scene.give(B, ...scene.said(A, { type: 'proposal', height: 2 }))
  scene.give([A, B], ...scene.said(B, { type: 'prepare', height: 2 }), forgedPrepare(scene, 0, 2, digestAt(scene, A, 0, 2)))
  const commits = scene.said([A, B], { type: 'commit', height: 2 })
  assert(commits.length === 2, 'A and B commit height 2, only D signs it with them')
  const certificate = commitCertificateOf([...commits, ...echoedByD(scene, commits.slice(0, 1))])
  for (const actor of [A, B]) {
    actor.cutPower(0)
    actor.start()
  }
  // D alone has the certificate of height 2, and makes it the base of view 1.
  scene.leave(1, C, B, A)
  const adopted = [...viewChanges(scene, 1, B, C), scene.forge({ type: 'viewChange', newView: asView(1), head: certificate })]
  scene.give(B, ...adopted)
  scene.give([A, C], ...adopted, ...scene.said(B, { type: 'newView', view: 1 }))
  scene.exchangeAll()
  return scene
}

test('trace 4: a certificate whose parent cannot be certified', async (t) => {
  t.same([trace4(shipped).A.height, trace4(shipped).B.height], [2, 2], 'shipped: the log has the certificate of height 1')
  const mutant = await loadMutant(WEAKER.certificateNotLogged)
  t.same([trace4(mutant).A.height, trace4(mutant).B.height], [0, 0], 'weaker: nobody can ever prove height 1')
})

function trace5(module: EngineModule): Scene {
  const scene = new Scene(module)
  const { A, B, C } = scene
  A.propose([a])
  scene.exchangeAll(['proposal', 'prepare'])
  for (const actor of [A, B, C]) actor.cutPower()
  for (const actor of [A, B, C]) actor.start()
  scene.leave(1, B, C, A)
  scene.exchangeAll()
  return scene
}

test('trace 5: a prepared certificate survives a power cut, its bytes must too', async (t) => {
  const held = trace5(shipped)
  t.same(
    held.honest.map(({ height, view }) => [height, view]),
    [
      [1, 1],
      [1, 1],
      [1, 1],
    ],
    'shipped: view 1 ends with the block',
  )
  const stuck = trace5(await loadMutant(WEAKER.bytesNotLogged))
  t.same(
    stuck.honest.map(({ height, view }) => [height, view]),
    [
      [0, 1],
      [0, 1],
      [0, 1],
    ],
    'weaker: no view can end',
  )
})

function trace6(module: EngineModule): Scene {
  const scene = new Scene(module)
  const { A, B, C } = scene
  // Height 1 holds x, prepared in view 0, known to A alone.
  A.propose([x])
  scene.give(B, ...scene.said(A, { type: 'proposal', height: 1 }))
  scene.give(A, ...scene.said(B, { type: 'prepare', view: 0 }), forgedPrepare(scene, 0, 1, digestAt(scene, A, 0, 1)))
  // Height 2 holds x too, prepared in view 1, known to C.
  scene.leave(1, B, C)
  const afresh = [...viewChanges(scene, 1, B, C), scene.forge({ type: 'viewChange', newView: asView(1) })]
  scene.give(B, ...afresh)
  B.propose([b], [x])
  scene.give(
    C,
    ...afresh,
    ...scene.said(B, { type: ['newView', 'proposal'], view: 1 }),
    forgedPrepare(scene, 1, 2, digestAt(scene, B, 1, 2)),
  )
  // View 2 makes the first final.
  scene.leave(2, B, C, A)
  scene.give(C, ...viewChanges(scene, 2, A, B))
  scene.exchangeAll(['viewChange', 'newView', 'prepare', 'commit'])
  assert(A.height === 1 && C.height === 1, 'x is final')
  // View 3 fixes height 2 to the second.
  scene.leave(3, A, B, C)
  const all = viewChanges(scene, 3, A, B, C)
  scene.give([A, B, C], ...all, scene.newViewOfD(3, all, { base: asHeight(1), digest: digestAt(scene, B, 1, 2) }))
  scene.exchangeAll()
  return scene
}

test('trace 6: an id that is final stands in a height that a NewView fixed', async (t) => {
  t.same(
    trace6(shipped).honest.map(({ height }) => height),
    [2, 2, 2],
    'shipped: the bytes are enough',
  )
  const stuck = trace6(await loadMutant(WEAKER.fixedHeightJudged))
  t.same(
    stuck.honest.map(({ height }) => height),
    [1, 1, 1],
  )
  t.same(stuck.said(stuck.honest, { type: 'prepare', view: 3 }), [], 'weaker: everybody refuses it, in every view')
})

function trace7(module: EngineModule): Scene {
  const scene = new Scene(module)
  const { A, B, C } = scene
  A.propose([a], [b])
  scene.give([B, C], ...scene.said(A, { type: 'proposal', height: 1 }), ...scene.said(A, { type: 'proposal', height: 2 }))
  scene.exchangeAll()
  return scene
}

test('trace 7: a guard ordered by height', async (t) => {
  t.same(
    trace7(shipped).honest.map(({ height }) => height),
    [2, 2, 2],
    'shipped: Prepares run ahead of Commits',
  )
  const mute = trace7(await loadMutant(WEAKER.heightsOnlyRise))
  t.same(
    mute.honest.map(({ height }) => height),
    [0, 0, 0],
  )
  t.same(
    mute.said(mute.honest, { type: 'commit' }).map(({ message }) => digestOf(message)),
    [],
    'weaker: nobody commits height 1 after preparing height 2',
  )
})

/** Two and two, for ten minutes; then one network again. */
function trace8(module: EngineModule): { readonly viewMax: number; readonly healed: boolean } {
  const network = new Network({ module })
  network.startAll()
  network.runUntil(100)
  for (const from of [0, 1]) for (const to of [2, 3]) for (const link of [`${from}>${to}`, `${to}>${from}`]) network.cut.add(link)
  network.connectionsChanged()
  network.submit()
  network.runUntil(600_000)
  const viewMax = Math.max(...network.nodes.map((node) => node.engine?.describe().view ?? 0))
  network.cut.clear()
  network.connectionsChanged()
  const id = network.submit()
  network.runUntil(630_000)
  return { viewMax, healed: network.isFinalEverywhere(id) }
}

test('trace 8: view runaway', async (t) => {
  t.same(trace8(shipped), { viewMax: 1, healed: true }, 'shipped: without q ViewChanges nobody goes further')
  t.ok(trace8(await loadMutant(WEAKER.timerStartsAtOnce)).viewMax > 50, 'weaker: a minority climbs, and has promised not to vote below')
})
