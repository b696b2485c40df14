import type { Rejection } from '@hanse/primitives'
import type { Module, StateReader } from './module.ts'

export interface BrokenInvariant {
  readonly module: string
  readonly invariant: string
  readonly rejection: Rejection
}

/** Runs every invariant of the modules. `keysOf` walks the whole state keys of a module in byte order: the state itself has no order. */
export function checkInvariants(
  modules: readonly Module[],
  state: StateReader,
  keysOf: (module: string) => Iterable<Uint8Array>,
): readonly BrokenInvariant[] {
  const broken: BrokenInvariant[] = []
  for (const module of modules) {
    for (const [invariant, check] of Object.entries(module.invariants)) {
      const rejection = check(state, () => keysOf(module.name))
      if (rejection !== undefined) broken.push({ module: module.name, invariant, rejection })
    }
  }
  return broken
}
