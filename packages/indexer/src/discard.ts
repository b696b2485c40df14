import { rm } from 'node:fs/promises'

/** Deletes an index that nobody has open. */
export async function discardIndex(directory: string): Promise<void> {
  await rm(directory, { recursive: true, force: true })
}
