import type { Brand } from './brand.ts'
import type { Hex } from './hex.ts'

/** 32 bytes, the output of the chain's hash. */
export type Hash = Brand<Hex, 'Hash'>
/** 20 bytes. */
export type Address = Brand<Hex, 'Address'>

export const HASH_SIZE_BYTES = 32
export const ADDRESS_SIZE_BYTES = 20
