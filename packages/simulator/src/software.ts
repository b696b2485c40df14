import { FIRST_PROTOCOL_VERSION, NEWEST_PROTOCOL_VERSION } from '@hanse/protocol'
import type { Software } from './fault.ts'

/** Versions of the protocol that a software knows. */
export const KNOWN_VERSIONS: Readonly<Record<Software, readonly number[]>> = {
  old: [FIRST_PROTOCOL_VERSION],
  new: [FIRST_PROTOCOL_VERSION, NEWEST_PROTOCOL_VERSION],
}
