import { parentPort } from 'node:worker_threads'
import { sha256Native } from '@hanse/crypto-native'
import { assert } from '@hanse/primitives'
import { RootBuilder } from '@hanse/state'
import { type RootReply, type RootRequest, unpackRecords } from './messages.ts'
import { storedEntries } from './stored-entries.ts'

/** The thread that hashes a whole state while another reads it. */
const port = parentPort
assert(port !== null, 'this file runs in a worker thread')

const builder = new RootBuilder(sha256Native)

function perform(request: RootRequest): RootReply {
  if (request.type === 'root') return { type: 'root', root: builder.root() }
  for (const { key, value } of storedEntries(unpackRecords(request.records))) builder.add(key, value)
  return { type: 'added' }
}

port.on('message', (request: RootRequest) => port.postMessage(perform(request)))
