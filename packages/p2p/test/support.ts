import { createHash } from 'node:crypto'
import { createTransport, type P2pTransport, type PeerAddress, peerIdFromSeed, type TransportLimits } from '@hanse/p2p'
import type { Aead, Channel, Logger, Meter } from '@hanse/ports'
import { realClock } from './clocks.ts'

export const CHAIN_TAG = '0123456789abcdef'

const ignore = (): void => undefined
const silentLogger: Logger = {
  fatal: ignore,
  error: ignore,
  warn: ignore,
  info: ignore,
  debug: ignore,
  trace: ignore,
  child: () => silentLogger,
}

/** `HANSE_TEST_LOG=1` shows what a node says. */
function createTestLogger(name: string): Logger {
  if (process.env.HANSE_TEST_LOG === undefined) return silentLogger
  const started = Date.now()
  const at = (level: string) => (fields: Readonly<Record<string, unknown>>, message: string) =>
    void process.stderr.write(`# ${Date.now() - started} ${name} ${level} ${message} ${JSON.stringify(fields)}\n`)
  const logger: Logger = {
    fatal: at('fatal'),
    error: at('error'),
    warn: at('warn'),
    info: at('info'),
    debug: at('debug'),
    trace: at('trace'),
    child: () => logger,
  }
  return logger
}

export function seedOf(name: string): Uint8Array {
  return createHash('sha256').update(`p2p test ${name}`).digest()
}

export function idOf(name: string): string {
  return peerIdFromSeed(seedOf(name))
}

export interface ReceivedFrame {
  readonly from: string
  readonly channel: Channel
  readonly frame: Uint8Array
}

/** A transport and all that it told its host. */
export interface TestNode {
  readonly name: string
  readonly id: string
  readonly transport: P2pTransport
  readonly frames: ReceivedFrame[]
  readonly log: string[]
  connected(): readonly string[]
  address(): string
  stop(): Promise<void>
}

export interface TestNodeOptions {
  readonly peers?: readonly PeerAddress[]
  readonly listen?: readonly string[]
  readonly limits?: Partial<TransportLimits>
  readonly chainTag?: string
  readonly meter?: Meter
  readonly aead?: Aead
  readonly onFrame?: (frame: ReceivedFrame) => void | Promise<void>
}

export async function startNode(name: string, options: TestNodeOptions = {}): Promise<TestNode> {
  const frames: ReceivedFrame[] = []
  const log: string[] = []
  const { meter, aead } = options
  const components = {
    ...{ clock: realClock, logger: createTestLogger(name) },
    ...(meter === undefined ? {} : { meter }),
    ...(aead === undefined ? {} : { aead }),
  }
  const transport = createTransport(
    {
      identitySeed: seedOf(name),
      listen: options.listen ?? ['127.0.0.1:0'],
      peers: options.peers ?? [],
      chainTag: options.chainTag ?? CHAIN_TAG,
      limits: options.limits ?? {},
    },
    components,
  )
  await transport.start({
    onPeerConnected: (peerId) => void log.push(`connected ${peerId}`),
    onPeerDisconnected: (peerId, reason) => void log.push(`disconnected ${peerId} ${reason}`),
    onFrame(from, channel, frame) {
      const received = { from, channel, frame }
      if (options.onFrame !== undefined) return options.onFrame(received)
      frames.push(received)
    },
  })
  return {
    name,
    id: transport.peerId,
    transport,
    frames,
    log,
    connected: () => transport.peers().flatMap((peer) => (peer.connected ? [peer.peerId] : [])),
    address: () => transport.listenAddresses()[0] ?? '',
    stop: () => transport.stop(),
  }
}

/** Two nodes that are connected. The options are the second one's. */
export async function startPair(
  t: { teardown(end: () => unknown): void },
  options: TestNodeOptions = {},
): Promise<readonly [TestNode, TestNode]> {
  const a = await startNode('a', {
    peers: [{ peerId: idOf('b'), addresses: [] }],
    ...(options.meter === undefined ? {} : { meter: options.meter }),
  })
  const b = await startNode('b', { ...options, peers: [{ peerId: a.id, addresses: [a.address()] }] })
  t.teardown(() => Promise.all([a.stop(), b.stop()]))
  if (!(await eventually(() => a.connected().length === 1 && b.connected().length === 1))) throw new Error('a and b do not connect')
  return [a, b]
}

/** Resolves once `condition` holds; false after `timeoutMs`. */
export async function eventually(condition: () => boolean, timeoutMs = 5_000): Promise<boolean> {
  const deadline = Date.now() + timeoutMs
  while (!condition()) {
    if (Date.now() > deadline) return false
    await sleep(5)
  }
  return true
}

export function sleep(durationMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, durationMs))
}

export function bytes(length: number, fill = 0): Uint8Array {
  return new Uint8Array(length).fill(fill)
}

export const text = (frame: Uint8Array): string => Buffer.from(frame).toString()
