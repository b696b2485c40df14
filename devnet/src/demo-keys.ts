import { createHash } from 'node:crypto'
import { createKeyPair, type KeyPair } from '@hanse/crypto'

export interface DemoKey extends KeyPair {
  readonly seed: Uint8Array
}

/**
 * A key that everybody knows: its seed is the hash of a public sentence. For the devnet and nothing else; whoever signs with one must
 * check first that chain and address are the devnet's (`requireDevnet`).
 */
export function demoKey(name: string): DemoKey {
  const seed = new Uint8Array(createHash('sha256').update(`hanse devnet, public demo key, worth nothing: ${name}`).digest())
  return { ...createKeyPair(seed), seed }
}
