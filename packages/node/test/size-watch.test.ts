import { test } from 'tap'
import { SIZE_EVERY_MS, SizeWatch } from '../src/size-watch.ts'

interface World {
  readonly measured: number[]
  readonly warned: string[]
  readonly fatal: unknown[]
  readonly watch: SizeWatch
  pass(durationMs: number): Promise<void>
}

function worldOf(sizeBytes: () => Promise<number>): World {
  const [measured, warned, fatal]: [number[], string[], unknown[]] = [[], [], []]
  let timer: { readonly durationMs: number; readonly onFire: () => void } | undefined
  const watch = new SizeWatch({
    files: { store: { sizeBytes }, log: { sizeBytes: async () => 1 } },
    clock: {
      startTimer: (durationMs, onFire) => {
        timer = { durationMs, onFire }
        return {
          stop: () => {
            timer = undefined
          },
        }
      },
    },
    logger: { warn: (_fields, message) => void warned.push(message) },
    onMeasured: (bytes) => void measured.push(bytes),
    onFatal: (error) => void fatal.push(error),
  })
  const pass = async (durationMs: number): Promise<void> => {
    if (timer !== undefined && timer.durationMs <= durationMs) timer.onFire()
    await new Promise((resolve) => setImmediate(resolve))
  }
  return { measured, warned, fatal, watch, pass }
}

function errorOf(code: string): Error {
  return Object.assign(new Error(code), { code })
}

test('the data folder is measured at the start and now and then, until it is stopped', async (t) => {
  const { measured, watch, pass } = worldOf(async () => 10)
  await watch.start()
  await pass(SIZE_EVERY_MS)
  t.same(measured, [11, 11])
  watch.stop()
  await pass(SIZE_EVERY_MS)
  t.same(measured, [11, 11])
})

test('without a free descriptor it is not measured, which is said, and is again later', async (t) => {
  let isFull = true
  const { measured, warned, fatal, watch, pass } = worldOf(async () => {
    if (isFull) throw errorOf('EMFILE')
    return 10
  })
  await watch.start()
  t.match(warned, [/no descriptor is free/])
  isFull = false
  await pass(SIZE_EVERY_MS)
  t.same([measured, fatal], [[11], []])
})

test('what the disk says ends the node', async (t) => {
  let fault: Error | undefined = errorOf('EIO')
  const { fatal, watch, pass } = worldOf(async () => {
    if (fault !== undefined) throw fault
    return 10
  })
  await t.rejects(watch.start(), { code: 'EIO' }, 'at the start')
  fault = undefined
  await watch.start()
  fault = errorOf('EIO')
  await pass(SIZE_EVERY_MS)
  t.match(fatal, [{ code: 'EIO' }])
})
