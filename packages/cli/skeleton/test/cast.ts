import { createKeyPair } from '@hanse/crypto'
import { type Address, bytesToHex } from '@hanse/primitives'
import type { Json } from '@hanse/protocol'

/** 2026-03-02 08:00 in UTC+8: block time when the tests begin. */
export const START_MS = 1_772_409_600_000
const YEAR_MS = 365 * 86_400_000

/** Every check digit is valid: `organizations` looks. */
const PARTIES = [
  { partyId: 'association', name: 'The Registrar', roles: ['registrar'], uscc: '11440000MADEMREG6Q' },
  { partyId: 'shunhe', name: 'A Firm', roles: ['core'], uscc: '91440606MADEM10019' },
  { partyId: 'nanhai', name: 'A Partner', roles: ['supplier'], uscc: '91440605MADEM20025' },
]

/** A key that depends on its name alone. */
function keyOf(party: string, operator: string) {
  const seed = new Uint8Array(32)
  for (const [index, character] of [...`${party}/${operator}`].entries())
    seed[index % 32] = (seed[index % 32] ?? 0) + character.charCodeAt(0)
  return createKeyPair(seed)
}

/** Whose signature a transaction has: `operator('shunhe')`. */
export function operator(party: string, name: 'maker' | 'checker' = 'maker'): Address {
  return keyOf(party, name).address
}

/** What `organizations` starts with: each party has a maker and a checker. */
export const ORGANIZATIONS: Json = {
  parties: PARTIES.map((party) => ({
    party: { ...party, country: 'CN' },
    operators: ['maker', 'checker'].map((role) => ({
      algorithm: 1,
      publicKey: bytesToHex(keyOf(party.partyId, role).publicKey),
      roles: [role],
      personRef: `${party.partyId}-${role}`,
    })),
    kycValidUntilMs: START_MS + YEAR_MS,
  })),
}
