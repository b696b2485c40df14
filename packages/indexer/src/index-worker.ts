import { parentPort, workerData } from 'node:worker_threads'
import { assert, unreachable } from '@hanse/primitives'
import { toIndexFailure } from './failure.ts'
import { LocalIndex } from './local-index.ts'
import type { IndexReply, IndexRequest, IndexWorkerData } from './messages.ts'

/** The thread that has the file open: SQLite blocks, and what it blocks is this. */
const port = parentPort
assert(port !== null, 'this file runs in a worker thread')

let index: LocalIndex | undefined

function answer(body: () => unknown): void {
  let reply: IndexReply
  try {
    reply = { type: 'done', value: body(), head: index?.head }
  } catch (error) {
    const { code, message } = toIndexFailure('the index', error)
    reply = { type: 'failed', code, message, head: index?.head }
  }
  port?.postMessage(reply)
}

function perform(open: LocalIndex, request: IndexRequest): unknown {
  switch (request.type) {
    case 'append':
      return open.append(request.records)
    case 'blocks':
      return open.blocks(request.range)
    case 'transactions':
      return open.transactions(request.range, request.filter)
    case 'events':
      return open.events(request.range, request.filter)
    case 'close':
      return open.close()
    default:
      return unreachable(request)
  }
}

answer(() => {
  index = new LocalIndex(workerData as IndexWorkerData)
})
port.on('message', (request: IndexRequest) => {
  answer(() => {
    assert(index !== undefined, 'the index is not open')
    return perform(index, request)
  })
  if (request.type === 'close') port.close()
})
