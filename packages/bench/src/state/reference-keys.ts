import { sha256Native } from '@hanse/crypto-native'
import type { Hash } from '@hanse/primitives'
import { hexToBytes, utf8ToBytes } from '@hanse/primitives'
import type { StateRecord } from '@hanse/state'

const HASH_BYTES = 32

/** Records that differ in key and value as those of many transactions do: each is the reference that one of them gave. */
export class ReferenceKeys {
  readonly #template: StateRecord
  readonly #keyAt: number
  readonly #keyDigits: number
  readonly #hashAt: number

  /** `template` is the record of a transaction of this id whose reference ended with so many digits. */
  constructor(template: StateRecord, txId: Hash, digits: number) {
    this.#template = template
    this.#keyDigits = digits
    this.#keyAt = template.key.length - digits
    this.#hashAt = Buffer.from(template.value).indexOf(hexToBytes(txId))
    if (this.#hashAt < 0) throw new Error('the record of a reference does not name its transaction')
  }

  keyOf(index: number): Uint8Array {
    const key = this.#template.key.slice()
    key.set(utf8ToBytes(String(index).padStart(this.#keyDigits, '0')), this.#keyAt)
    return key
  }

  /** The transaction that it names is one that never was: nobody asks for it. */
  valueOf(keyHash: Uint8Array): Uint8Array {
    const value = this.#template.value.slice()
    value.set(sha256Native(keyHash).subarray(0, HASH_BYTES), this.#hashAt)
    return value
  }
}
