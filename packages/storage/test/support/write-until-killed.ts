import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { uint64ToBytes } from '@hanse/primitives'
import { openGuardFile, openLevelStore, openWriteAheadLog } from '@hanse/storage'
import { recordContent } from './record-content.ts'

/** Writes to log, store and guard under argv[2], and says on standard output what it was promised. */
const directory = process.argv[2] as string
const log = await openWriteAheadLog({ directory: join(directory, 'log'), genesisHash: new Uint8Array(32), segmentBytesMax: 20_000 })
const store = await openLevelStore({ directory: join(directory, 'store') })
const guard = await openGuardFile({ path: join(directory, 'guard') })

function acknowledge(kind: string, number: number): void {
  writeSync(1, `${kind} ${number}\n`)
}

async function appendForever(): Promise<never> {
  for (;;) {
    const first = log.nextPosition
    const records = Array.from({ length: 1 + (first % 7) }, (_, index) => recordContent(first + index))
    await log.append(records)
    acknowledge('log', first + records.length)
  }
}

async function storeForever(): Promise<never> {
  const tip = store.get(uint64ToBytes(0))
  for (let number = tip === undefined ? 1 : Number(Buffer.from(tip).readBigUInt64BE()) + 1; ; number++) {
    const writes = [0, 1, 2, 3].map((key) => ({ key: uint64ToBytes(key), value: uint64ToBytes(number) }))
    await store.write([...writes, { key: uint64ToBytes(1000 + number), value: recordContent(number) }], { sync: true })
    acknowledge('store', number)
  }
}

async function guardForever(): Promise<never> {
  const content = await guard.read()
  for (let number = content.type === 'value' ? Number(Buffer.from(content.bytes).readBigUInt64BE()) + 1 : 1; ; number++) {
    await guard.write(uint64ToBytes(number))
    acknowledge('guard', number)
  }
}

// Two writers of the log, so that calls share writes.
await Promise.all([appendForever(), appendForever(), storeForever(), guardForever()])
