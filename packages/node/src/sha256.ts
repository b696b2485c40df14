import { hash } from 'node:crypto'

/** The machine's SHA-256, for trees: about twice as fast as JavaScript's on short input. */
export function sha256Native(bytes: Uint8Array): Uint8Array {
  return hash('sha256', bytes, 'buffer')
}
