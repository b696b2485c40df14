import { createHash } from 'node:crypto'
import { createKeyPair, type KeyPair } from '@hanse/crypto'
import { DEVNET_CHAIN_ID } from './topology.ts'

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

/** Public keys sign for a devnet on this machine and for nothing else. @throws RangeError */
export function requireDevnet(chainId: number, url: string): void {
  if (chainId !== DEVNET_CHAIN_ID) throw new RangeError(`demo keys are public: they refuse chain ${chainId}, which is not the devnet's`)
  const { hostname } = new URL(url)
  if (hostname !== '127.0.0.1' && hostname !== 'localhost' && hostname !== '[::1]') {
    throw new RangeError(`demo keys are public: they refuse ${hostname}, which is not this machine`)
  }
}
