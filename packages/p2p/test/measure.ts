import { fork } from 'node:child_process'
import { once } from 'node:events'
import type { Channel } from '@hanse/ports'
import { bytes, eventually, idOf, startNode } from './support.ts'

/**
 * Round trip and throughput between two processes on loopback, without the pacing of the default limits:
 * `node packages/p2p/test/measure.ts`.
 */
const UNPACED = {
  sendRate: { bytesPerSecond: 1e12, burstBytes: 1e11 },
  receiveRate: { bytesPerSecond: 2e12, burstBytes: 1e12 },
  muxerFramesPerSecondMax: 1e9,
}
const ROUND_TRIPS = 5_000
const say = (line: string) => void process.stdout.write(`${line}\n`)

/** Answers consensus frames; of all else sends the count back when a frame of one byte comes. */
async function serve(): Promise<void> {
  let received = 0
  const node = await startNode('b', {
    peers: [{ peerId: idOf('a'), addresses: [] }],
    limits: UNPACED,
    onFrame({ from, channel, frame }) {
      if (channel === 'consensus') node.transport.send(from, 'consensus', frame)
      else if (frame.length > 1) received += 1
      else {
        node.transport.send(from, 'transactions', Buffer.from(String(received)))
        received = 0
      }
    },
  })
  process.send?.(node.address())
}

async function measure(): Promise<void> {
  const server = fork(new URL(import.meta.url).pathname, ['serve'])
  const [address] = (await once(server, 'message')) as [string]
  let onAnswer: () => void = () => undefined
  const node = await startNode('a', {
    peers: [{ peerId: idOf('b'), addresses: [address] }],
    limits: UNPACED,
    onFrame: () => onAnswer(),
  })
  await eventually(() => node.connected().length === 1)
  const peerId = idOf('b')
  const send = (channel: Channel, frame: Uint8Array) => node.transport.send(peerId, channel, frame)
  const answered = () => new Promise<void>((resolve) => (onAnswer = resolve))

  const ping = bytes(200)
  const times: number[] = []
  for (let round = 0; round < ROUND_TRIPS; round++) {
    const started = performance.now()
    const answer = answered()
    send('consensus', ping)
    await answer
    times.push((performance.now() - started) * 1_000)
  }
  const sorted = times.slice(ROUND_TRIPS / 5).sort((left, right) => left - right)
  const at = (share: number) => Math.round(sorted[Math.floor(sorted.length * share)] ?? 0)
  say(`200 B there and back: p50 ${at(0.5)} us, p99 ${at(0.99)} us`)

  const rows = [
    { frameBytes: 200, batch: 1, batches: 100_000 },
    { frameBytes: 200, batch: 50, batches: 10_000 },
    { frameBytes: 64 * 1024, batch: 1, batches: 10_000 },
    { frameBytes: 1024 * 1024, batch: 1, batches: 800 },
  ]
  for (const { frameBytes, batch, batches } of rows) {
    const frame = bytes(frameBytes)
    const cpu = process.cpuUsage()
    const started = performance.now()
    for (let count = 0; count < batches; count++) {
      // A full queue is the only thing that makes a sender of its size wait here.
      while (!send('transactions', frame)) await new Promise(setImmediate)
      for (let more = 1; more < batch; more++) while (!send('transactions', frame)) await new Promise(setImmediate)
      await Promise.resolve()
    }
    const answer = answered()
    while (!send('transactions', bytes(1))) await new Promise(setImmediate)
    await answer
    const seconds = (performance.now() - started) / 1_000
    const frames = batch * batches
    const { user, system } = process.cpuUsage(cpu)
    const figures = `${Math.round(frames / seconds)} frames/s, ${((frames * frameBytes) / seconds / 1e6).toFixed(0)} MB/s`
    say(`${frameBytes} B x ${batch}: ${figures}, sender ${((user + system) / frames).toFixed(2)} us a frame`)
  }
  server.kill()
  await node.stop()
}

await (process.argv[2] === 'serve' ? serve() : measure())
