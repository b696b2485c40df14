import { StoreFailure } from '@hanse/ports'
import { createPrng } from '@hanse/primitives'
import { openGuardOn } from '../../src/guard-file.ts'
import { LossyFiles } from '../support/lossy-files.ts'

const PATH = 'keys/guard'
const VALUES = [Buffer.from('the vote before'), Buffer.from('the last vote, which is longer')]

async function imageAfter(writes: number): Promise<Uint8Array> {
  const files = new LossyFiles(createPrng(0))
  const guard = await openGuardOn(PATH, files, async () => {})
  for (let write = 0; write < writes; write++) await guard.write(VALUES[write % VALUES.length] as Buffer)
  await guard.close()
  return new Uint8Array(files.image().get(PATH) ?? new Uint8Array())
}

export const target = {
  name: 'guard',
  promise: 'a damaged guard file gives one of the two votes that were written last, or says that it is damaged: never another',
  shape: 'bytes',
  seeds: async () => Promise.all([1, 2, 5].map(async (writes) => ({ label: 'guard', bytes: await imageAfter(writes) }))),
  check: async ({ bytes }: { readonly bytes: Uint8Array }): Promise<string> => {
    const files = LossyFiles.fromImage(createPrng(1), new Map([[PATH, Buffer.from(bytes)]]))
    try {
      const guard = await openGuardOn(PATH, files, async () => {})
      const content = await guard.read()
      await guard.close()
      if (content.type !== 'value') return content.type
      const written = VALUES.findIndex((value) => value.equals(content.bytes))
      if (written < 0) throw new Error('a vote that nobody wrote')
      return `accepted ${written}`
    } catch (error) {
      if (error instanceof StoreFailure) return error.code
      throw error
    }
  },
}
