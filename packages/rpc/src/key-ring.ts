import type { Hex } from '@hanse/primitives'

/** An organization's key to the RPC: the server knows its hash only. */
export interface AccessKey {
  readonly organization: string
  /** SHA-256 of the key's UTF-8 bytes. */
  readonly sha256: Hex
}

export type AccessKeyState = 'active' | 'expired' | 'revoked'

/** The keys to a listener, as they are now: they may come and go while it runs. */
export interface KeyRing {
  /** Calls without a key are refused also where this machine alone can connect; elsewhere they always are. */
  readonly isRequired: boolean
  /** There are keys, valid or not: a key that is sent along must then be a valid one. */
  readonly hasKeys: boolean
  /** Keys that open now. */
  activeCount(): number
  find(sha256: Hex): (AccessKey & { readonly state: AccessKeyState }) | undefined
  /** Called when a key stopped to open before its time. Returns the unsubscriber. */
  onRevoked(listener: () => void): () => void
}

/** Keys that neither come nor go. With any of them, one is required. */
export function fixedKeyRing(keys: readonly AccessKey[]): KeyRing {
  const bySha256 = new Map(keys.map((key) => [key.sha256, { ...key, state: 'active' } as const]))
  return {
    isRequired: keys.length > 0,
    hasKeys: keys.length > 0,
    activeCount: () => keys.length,
    find: (sha256) => bySha256.get(sha256),
    onRevoked: () => () => undefined,
  }
}
