/** Bytes for one reader of a target. `label` says for which: it is part of a file name. */
export interface FuzzInput {
  readonly label: string
  readonly bytes: Uint8Array
}

/**
 * What is fuzzed: a file `*.target.ts` in a package's `test/fuzz` exports one as `target`. Nothing is imported for it, so that a package's
 * tests need not depend on this one.
 */
export interface FuzzTarget {
  readonly name: string
  /** In a sentence: what holds for any bytes. */
  readonly promise: string
  /** How inputs are taken apart: as protobuf, as text, or as bytes. */
  readonly shape: 'protobuf' | 'text' | 'bytes'
  /** Inputs that the readers take, of every label at least one. */
  seeds(): readonly FuzzInput[] | Promise<readonly FuzzInput[]>
  /**
   * Reads the input. The result says in a word or two what became of it: an input with a result of its own is worth to go on from. It
   * begins with `accepted` where the input was taken.
   * @throws whatever breaks the promise
   */
  check(input: FuzzInput): string | Promise<string>
}

export const LABEL = /^[A-Za-z0-9_.-]{1,80}$/
