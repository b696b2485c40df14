import { join } from 'node:path'
import { createSigner, openKeystore } from '@hanse/crypto-native'
import { readGenesis } from '@hanse/node'
import { bytesToHex, type Hash, type Result } from '@hanse/primitives'
import {
  type ConsensusFrame,
  type ConsensusMessage,
  consensusSignBytes,
  type PeerId,
  type ProposalBody,
  type SignedMessage,
  type ValidatorIndex,
  type View,
} from '@hanse/protocol'
import { STRATEGIES, type Strategy } from './strategies.ts'

/**
 * `liar-worker.js HOME STRATEGY`: the shipped node, started with another mouth. Its only way out for what validators say to each other is
 * replaced before it starts; everything else is as it ships. It is honest until SIGUSR2.
 */

/** Below the timeout after which the others replace a primary (`consensus.viewTimeoutMs`, 800 ms), with time for the votes. */
const SLOW_MS = 550
const FAR_VIEWS = 10_000

type Send = (to: readonly PeerId[], frame: ConsensusFrame) => void

interface Mouth {
  readonly self: ValidatorIndex
  /** As the honest node would. */
  readonly say: Send
  sign(epoch: SignedMessage['epoch'], message: ConsensusMessage): ConsensusFrame
}

function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new Error(result.error.message)
}

function anyHash(): Hash {
  return bytesToHex(crypto.getRandomValues(new Uint8Array(32))) as Hash
}

/** An empty block instead of the one that was meant. */
function otherBody(body: ProposalBody): ProposalBody {
  return { ...body, ids: [], timeMs: body.timeMs + 1 }
}

const LIES: Readonly<Record<Strategy, (mouth: Mouth, to: readonly PeerId[], frame: ConsensusFrame, signed: SignedMessage) => void>> = {
  'slow-primary': (mouth, to, frame, { message }) => {
    if (message.type === 'proposal') setTimeout(() => mouth.say(to, frame), SLOW_MS)
    else mouth.say(to, frame)
  },
  'silent-primary': (mouth, to, frame, { message }) => {
    if (message.type !== 'proposal') mouth.say(to, frame)
  },
  mute: () => undefined,
  'withheld-votes': (mouth, to, frame, { message }) => {
    const isVote = message.type === 'prepare' || message.type === 'commit'
    mouth.say(isVote ? to.slice(0, 1) : to, frame)
  },
  'equivocating-primary': (mouth, to, frame, { epoch, message }) => {
    if (message.type !== 'proposal') return mouth.say(to, frame)
    const half = Math.ceil(to.length / 2)
    mouth.say(to.slice(0, half), frame)
    mouth.say(to.slice(half), mouth.sign(epoch, { ...message, body: otherBody(message.body) }))
  },
  'equivocating-voter': (mouth, to, frame, { epoch, message }) => {
    mouth.say(to, frame)
    if (message.type === 'prepare') mouth.say(to, mouth.sign(epoch, { ...message, digest: anyHash() }))
    if (message.type === 'commit') mouth.say(to, mouth.sign(epoch, { ...message, headerHash: anyHash() }))
  },
  'future-flood': (mouth, to, frame, { epoch, message }) => {
    mouth.say(to, frame)
    if (message.type !== 'prepare' && message.type !== 'commit') return
    const view = (message.view + FAR_VIEWS) as View
    for (let copy = 0; copy < 8; copy++) mouth.say(to, mouth.sign(epoch, { ...message, view, digest: anyHash() }))
  },
}

async function createMouth(home: string, say: Send): Promise<Mouth> {
  const key = unwrap(await openKeystore({ path: join(home, 'keys', 'consensus.json'), purpose: 'consensus' }))
  const { genesis, genesisHash } = unwrap(await readGenesis(join(home, 'genesis.json')))
  const signer = createSigner(key.seed)
  const own = bytesToHex(signer.publicKey)
  const self = genesis.validators.findIndex(({ consensusKey }) => consensusKey.bytes === own) as ValidatorIndex
  const domain = { genesisHash, chainId: genesis.chainId }
  return {
    ...{ self, say },
    sign: (epoch, message) => {
      const signature = bytesToHex(signer.sign(consensusSignBytes(domain, epoch, message)))
      return { type: 'signed', signed: { epoch, signer: self, signature, message } }
    },
  }
}

const [home = '', strategy = ''] = process.argv.slice(2)
const lie = STRATEGIES.some((known) => known === strategy) ? LIES[strategy as Strategy] : undefined
if (lie === undefined) throw new Error(`a strategy is one of ${STRATEGIES.join(', ')}`)

const distribution = import.meta.resolve('@hanse/node')
const { Outbound } = (await import(new URL('./outbound.js', distribution).href)) as {
  readonly Outbound: { readonly prototype: { consensus: Send } }
}
const honest = Outbound.prototype.consensus
const silent = await createMouth(home, () => undefined)
let mouth: Mouth | undefined
let isLying = false
process.on('SIGUSR2', () => {
  isLying = true
})
Outbound.prototype.consensus = function (this: unknown, to, frame) {
  const say: Send = (target, said) => honest.call(this as never, target, said)
  mouth ??= { ...silent, say }
  // What others signed it passes on as it is.
  if (!isLying || frame.type !== 'signed' || frame.signed.signer !== mouth.self) say(to, frame)
  else lie(mouth, to, frame, frame.signed)
}
// As main.js is started: by its only argument.
process.argv.splice(3)
await import(new URL('./main.js', distribution).href)
