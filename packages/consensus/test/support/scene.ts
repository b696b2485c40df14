import { assert, type Hash } from '@hanse/primitives'
import {
  asHeight,
  asView,
  type CommitCertificate,
  type ConsensusMessage,
  type Guard,
  type LogRecord,
  type NewView,
  type PreparedCertificate,
  type ProposalBody,
  proposalDigest,
  quorumSize,
  type SignedMessage,
  type ValidatorIndex,
  type Verified,
  viewChangeHash,
} from '@hanse/protocol'
import type { Effect, Engine, EngineOptions, Evidence, Input } from '../../src/index.ts'
import { VIEW_TIMER_SLICES } from '../../src/params.ts'
import { EPOCH, engineOptions, executedHash, fakeHeader, GENESIS, sign, signedContent } from './fixtures.ts'
import type { EngineModule } from './network.ts'

type Name = 'A' | 'B' | 'C' | 'D'
const NAMES: readonly Name[] = ['A', 'B', 'C', 'D']

type Signed = Verified<SignedMessage>
type TypeOf = ConsensusMessage['type']

interface Wanted {
  readonly type: TypeOf | readonly TypeOf[]
  readonly view?: number
  readonly height?: number
}

function viewOf(message: ConsensusMessage): number {
  return message.type === 'viewChange' || message.type === 'newView' ? message.newView : message.view
}

function heightOf(message: ConsensusMessage): number | undefined {
  if (message.type === 'proposal') return message.body.height
  return message.type === 'prepare' || message.type === 'commit' ? message.height : undefined
}

/** A host that answers at once, and whose network is the test: nothing arrives that the test does not give. */
export class Actor {
  readonly name: Name
  readonly index: ValidatorIndex
  readonly scene: Scene
  engine: Engine
  log: LogRecord[] = []
  guard: Guard
  effects: Effect[] = []
  readonly said: Signed[] = []
  finals: CommitCertificate[] = []
  /** Ids of the next batches. A batch that is asked for while there is none stays open. */
  batches: (readonly Hash[])[] = []
  /** Ids whose bytes this host has. Undefined: all, from its clients. */
  bytes: ReadonlySet<Hash> | undefined
  #openRequest: Extract<Effect, { readonly type: 'request-batch' }> | undefined
  #openChecks: Extract<Effect, { readonly type: 'check-batch' }>[] = []

  constructor(scene: Scene, name: Name) {
    this.scene = scene
    this.name = name
    this.index = scene.indexOf(name)
    this.guard = scene.module.INITIAL_GUARD
    this.engine = scene.module.createEngine(engineOptions(4, this.index, scene.options))
  }

  get height(): number {
    return this.finals.length
  }

  get view(): number {
    return this.engine.describe().view
  }

  start(): void {
    const { module, options } = this.scene
    this.engine = module.createEngine(engineOptions(4, this.index, options))
    this.#openRequest = undefined
    this.#openChecks = []
    const role = module.recoverRole(this.guard, this.log)
    assert(role.ok, 'the guard is there')
    const certificate = this.finals.at(-1)
    const head = certificate === undefined ? GENESIS : { header: fakeHeader(this.height), hash: certificate.headerHash, certificate }
    const connected = NAMES.map((name) => this.scene.indexOf(name)).filter((index) => index !== this.index)
    this.step({ type: 'start', head, log: [...this.log], role: role.value }, { type: 'peers', connected })
  }

  /** A power cut: what was final may be lost with the store's last writes, bytes stay that are stored or logged, and so does the log. */
  cutPower(finalsKept: number = this.height): void {
    this.finals = this.finals.slice(0, finalsKept)
    this.bytes = new Set([...this.#finalIds(), ...this.log.flatMap((record) => (record.type === 'proposal' ? record.body.ids : []))])
  }

  step(...inputs: readonly Input[]): void {
    const queue = [...inputs]
    for (let input = queue.shift(); input !== undefined; input = queue.shift()) {
      for (const effect of this.engine.step(input)) this.#perform(effect, queue)
    }
  }

  /** Gives the primary its next batches. */
  propose(...batches: readonly (readonly Hash[])[]): void {
    this.batches.push(...batches)
    if (this.#openRequest !== undefined) this.#takeBatch(this.#openRequest, (input) => this.step(input))
    for (let left = this.batches.length; left > 0; left--) {
      this.step({ type: 'demand', waiting: 1, pending: 1, fullBlock: true, starved: false })
    }
    this.step({ type: 'demand', waiting: 0, pending: 0, fullBlock: false, starved: false })
  }

  /** A transaction waits, and its view's time is over. */
  timeOut(): void {
    this.step({ type: 'demand', waiting: 1, pending: 1, fullBlock: false, starved: false })
    for (let slice = 0; slice < VIEW_TIMER_SLICES; slice++) this.step({ type: 'timer-fired', timer: 'view' })
    this.step({ type: 'demand', waiting: 0, pending: 0, fullBlock: false, starved: false })
  }

  #say(message: ConsensusMessage, queue: Input[]): void {
    const signed = this.scene.sign(this.name, message)
    this.said.push(signed)
    queue.push({ type: 'message', signed })
  }

  #perform(effect: Effect, queue: Input[]): void {
    this.effects.push(effect)
    switch (effect.type) {
      case 'persist':
        this.log.push(effect.record)
        this.guard = this.scene.module.guardAfter(this.guard, effect.record)
        return
      case 'broadcast':
        return this.#say(effect.message, queue)
      case 'request-batch':
        return this.#takeBatch(effect, (input) => queue.push(input))
      case 'check-batch':
        this.#openChecks = this.#openChecks.filter((check) => check.body.height !== effect.body.height)
        this.#openChecks.push(effect)
        for (const input of this.#finishChecks()) queue.push(input)
        return
      case 'execute': {
        const { body, digest, parentHash } = effect
        queue.push({
          type: 'executed',
          height: body.height,
          digest,
          parentHash,
          headerHash: executedHash(parentHash, digest),
          included: body.ids.length,
          endsEpoch: false,
        })
        return
      }
      case 'fetch-body': {
        for (const { engine } of this.scene.honest) {
          if (engine === this.engine) continue
          for (const answer of engine.step({ type: 'fetch-body', from: this.index, height: effect.height, digest: effect.digest })) {
            if (answer.type === 'send-body') queue.push({ type: 'body', body: answer.body })
          }
        }
        return
      }
      case 'commit':
        this.finals.push(effect.certificate)
        return
      case 'report':
        this.scene.evidence.push(effect.evidence)
        return
      default:
        return
    }
  }

  #takeBatch(request: Extract<Effect, { readonly type: 'request-batch' }>, answer: (input: Input) => void): void {
    const ids = this.batches.shift()
    this.#openRequest = ids === undefined ? request : undefined
    if (ids !== undefined) answer({ type: 'batch-ready', height: request.height, view: request.view, ids, timeMs: 1_000 + request.view })
  }

  #finalIds(): Set<Hash> {
    return new Set(this.finals.flatMap(({ digest }) => this.scene.bodies.get(digest)?.ids ?? []))
  }

  #finishChecks(): readonly Input[] {
    const finished: Input[] = []
    const final = this.#finalIds()
    this.#openChecks = this.#openChecks.filter(({ body, digest, view, fresh }) => {
      const isFinal = fresh && body.ids.some((id) => final.has(id))
      if (!isFinal && !body.ids.every((id) => this.scene.hasBytes(id))) return true
      finished.push({ type: 'batch-checked', height: body.height, view, digest, verdict: isFinal ? 'already-final' : 'ok' })
      return false
    })
    return finished
  }
}

/** A, B, C and D, who is Byzantine: says what the test lets it say, with signatures that were really made. */
export class Scene {
  readonly module: EngineModule
  readonly options: Partial<EngineOptions>
  readonly order: readonly Name[]
  readonly A: Actor
  readonly B: Actor
  readonly C: Actor
  readonly honest: readonly Actor[]
  readonly evidence: Evidence[] = []
  readonly bodies = new Map<Hash, ProposalBody>()
  /** Two different votes of one honest validator for one slot. */
  readonly doubleVotes: string[] = []
  readonly #votes = new Map<string, string>()

  /** `order` says who is validator 0, 1, 2 and 3, and so who is primary of which view. */
  constructor(module: EngineModule, options: Partial<EngineOptions> = {}, order: readonly Name[] = NAMES) {
    this.module = module
    this.options = options
    this.order = order
    this.A = new Actor(this, 'A')
    this.B = new Actor(this, 'B')
    this.C = new Actor(this, 'C')
    this.honest = [this.A, this.B, this.C]
    for (const actor of this.honest) actor.start()
  }

  indexOf(name: Name): ValidatorIndex {
    return this.order.indexOf(name) as ValidatorIndex
  }

  sign(name: Name, message: ConsensusMessage): Signed {
    if (message.type === 'proposal') this.bodies.set(proposalDigest(message.body), message.body)
    const content = signedContent(message)
    if (name !== 'D' && ['proposal', 'prepare', 'commit'].includes(message.type)) {
      const slot = `${name} ${content.split(' ').slice(0, 3).join(' ')}`
      const before = this.#votes.get(slot)
      if (before !== undefined && before !== content) this.doubleVotes.push(`${slot}: ${before} and ${content}`)
      this.#votes.set(slot, content)
    }
    return sign(this.indexOf(name), message)
  }

  /** What `from` has said, oldest first. */
  said(from: Actor | readonly Actor[], { type, view, height }: Wanted): readonly Signed[] {
    const actors = Array.isArray(from) ? (from as readonly Actor[]) : [from as Actor]
    const types = typeof type === 'string' ? [type] : type
    return actors.flatMap((actor) =>
      actor.said.filter(
        ({ message }) =>
          types.includes(message.type) &&
          (view === undefined || viewOf(message) === view) &&
          (height === undefined || heightOf(message) === height),
      ),
    )
  }

  give(to: Actor | readonly Actor[], ...messages: readonly Signed[]): void {
    for (const actor of Array.isArray(to) ? (to as readonly Actor[]) : [to as Actor]) {
      for (const signed of messages) if (signed.signer !== actor.index) actor.step({ type: 'message', signed })
    }
  }

  /** Hosts fetch bytes from each other. */
  hasBytes(id: Hash): boolean {
    return this.honest.some(({ bytes }) => bytes === undefined || bytes.has(id))
  }

  /** D says anything. */
  forge(message: ConsensusMessage): Signed {
    return this.sign('D', message)
  }

  /** Each leaves for `view`: by its own timeout or, from further below, because another has left, and with D's consent. That is f + 1. */
  leave(view: number, ...actors: readonly Actor[]): void {
    const consent = this.forge({ type: 'status', view: asView(view - 1), wants: asView(view), head: asHeight(0), slots: [] })
    for (const actor of actors) {
      if (actor.view === view - 1) actor.timeOut()
      else this.give(actor, this.otherLeaver(view))
      this.give(actor, consent)
      assert(actor.view === view, `${actor.name} is in view ${actor.view}, not ${view}`)
    }
  }

  /** Somebody else who is in `view`, as word of mouth. */
  otherLeaver(view: number): Signed {
    const other = this.said(this.honest, { type: 'viewChange', view })[0]
    assert(other !== undefined, `nobody has left for ${view}`)
    return other
  }

  /** q Prepares that were really said, D's too. */
  preparedCertificate(view: number, height: number, digest: Hash): PreparedCertificate {
    const voters = this.said(this.honest, { type: ['proposal', 'prepare'], view, height }).filter(
      ({ message }) => digestOf(message) === digest,
    )
    const signers = new Map(voters.map((vote) => [vote.signer, vote.signature]))
    const own = this.forge({ type: 'prepare', view: asView(view), height: asHeight(height), digest })
    signers.set(own.signer, own.signature)
    assert(signers.size >= quorumSize(4), `only ${signers.size} have prepared ${digest} at (${view}, ${height})`)
    const signatures = [...signers].sort(([left], [right]) => left - right).map(([signer, signature]) => ({ signer, signature }))
    return { epoch: EPOCH, view: asView(view), height: asHeight(height), digest, signatures: signatures.slice(0, quorumSize(4)) }
  }

  /** D, as a primary, announces what follows from these ViewChanges, or something else. */
  newViewOfD(view: number, viewChanges: readonly Signed[], more: Partial<NewView>): Signed {
    const hashes = viewChanges.map((signed) => viewChangeHash(signed)).sort()
    return this.forge({ type: 'newView', newView: asView(view), viewChanges: hashes, base: asHeight(0), ...more })
  }

  /** Different headers at one height, each with q Commits when D adds its own: a fork. */
  forks(): readonly string[] {
    const signers = new Map<string, Set<number>>()
    for (const { message, signer } of this.said(this.honest, { type: 'commit' })) {
      if (message.type !== 'commit') continue
      const key = `${message.height} ${message.headerHash} ${message.view}`
      signers.set(key, (signers.get(key) ?? new Set()).add(signer))
    }
    const certifiable = new Map<string, Set<string>>()
    for (const [key, { size }] of signers) {
      const [height = '', header = ''] = key.split(' ')
      if (size + 1 >= quorumSize(4)) certifiable.set(height, (certifiable.get(height) ?? new Set()).add(header))
    }
    for (const { finals } of this.honest) {
      for (const { height, headerHash } of finals) certifiable.set(`${height}`, (certifiable.get(`${height}`) ?? new Set()).add(headerHash))
    }
    return [...certifiable].filter(([, headers]) => headers.size > 1).map(([height]) => `fork at height ${height}`)
  }

  /** Everybody honest hears everything that was said, until nothing new is said. */
  exchangeAll(types: readonly TypeOf[] = ['proposal', 'prepare', 'commit', 'viewChange', 'newView']): void {
    const given = new Set<string>()
    for (let progressed = true; progressed; ) {
      progressed = false
      for (const from of this.honest) {
        for (const signed of this.said(from, { type: types })) {
          const key = `${signed.signer} ${signed.signature} ${signed.message.type}`
          if (given.has(key)) continue
          given.add(key)
          progressed = true
          this.give(this.honest, signed)
        }
      }
    }
  }
}

export function digestOf(message: ConsensusMessage): Hash | undefined {
  if (message.type === 'proposal') return proposalDigest(message.body)
  return message.type === 'prepare' || message.type === 'commit' ? message.digest : undefined
}
