import type { KeystoreInfo } from '@hanse/crypto-native'
import { bytesToHex } from '@hanse/primitives'
import { KEY_ALGORITHM } from '@hanse/protocol'
import type { Output } from '../terminal/output.ts'
import { addressOf } from './key-address.ts'

/** A key file as JSON has it. */
export interface ShownKey {
  readonly name: string
  readonly purpose: string
  readonly address: string
  readonly publicKey: string
  readonly algorithm: number
  readonly path: string
  readonly encrypted: boolean
}

export function shownKey(name: string, info: KeystoreInfo): ShownKey {
  const { path, purpose, publicKey, encrypted } = info
  const algorithm = KEY_ALGORITHM.ed25519
  return { name, purpose, address: addressOf(info), publicKey: bytesToHex(publicKey), algorithm, path, encrypted }
}

export function showKey({ address, publicKey, path, encrypted }: ShownKey, output: Output): void {
  output.fields([
    ['address', address],
    ['public key', publicKey],
    ['file', encrypted ? path : `${path} (not encrypted)`],
  ])
}
