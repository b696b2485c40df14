import { dirname } from 'node:path'
import { GUARD_VALUE_BYTES_MAX, type GuardFile } from '@hanse/ports'
import { assert } from '@hanse/primitives'
import { openCheckedSlots } from './checked-slots.ts'
import { lockDirectory } from './directory-lock.ts'
import { FailStop } from './fail-stop.ts'
import { toStoreFailure } from './failure.ts'
import { type Files, nodeFiles } from './files.ts'

export interface GuardFileOptions {
  /** Beside the key that it guards. Created by the first write, mode 0600. */
  readonly path: string
}

export function assertGuardValue(bytes: Uint8Array): void {
  assert(bytes.length <= GUARD_VALUE_BYTES_MAX, `a guard value has at most ${GUARD_VALUE_BYTES_MAX} bytes, not ${bytes.length}`)
}

/** For one holder at a time. @throws StoreFailure `storage/locked`, `storage/io` */
export async function openGuardFile(options: GuardFileOptions): Promise<GuardFile> {
  try {
    await nodeFiles.makeDirectory(dirname(options.path))
    const lock = await lockDirectory(`${options.path}.lock`)
    return await openGuardOn(options.path, nodeFiles, lock.release).catch(async (error: unknown) => {
      await lock.release()
      throw error
    })
  } catch (error) {
    throw toStoreFailure(`open ${options.path}`, error)
  }
}

/** Without a lock of its own; `onClose` comes last. */
export async function openGuardOn(path: string, files: Files, onClose: () => Promise<void>): Promise<GuardFile> {
  const slots = await openCheckedSlots(path, 'guard', files)
  const gate = new FailStop()
  return {
    read: () =>
      gate.run(`read ${path}`, async () => {
        const content = await slots.read()
        return content.type === 'value' ? { type: 'value', bytes: content.bytes } : content
      }),
    write: async (bytes) => {
      assertGuardValue(bytes)
      const copy = Uint8Array.from(bytes)
      await gate.run(`write ${path}`, () => slots.write(copy))
    },
    close: () =>
      gate.close(async () => {
        await slots.close()
        await onClose()
      }),
  }
}
