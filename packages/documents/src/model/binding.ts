import { parsePath, type UblPath } from '../ubl/ubl-path.ts'

/** One business term (BT): where its values stand, below its group. */
export interface TermBinding {
  readonly kind: 'term'
  readonly id: string
  readonly name: string
  /** The first is where a missing value is said to be missing. */
  readonly paths: readonly UblPath[]
}

/** One business group (BG): its elements below the group around it, and what they hold. */
export interface GroupBinding {
  readonly kind: 'group'
  readonly id: string
  readonly name: string
  /** Absent when the group has no element of its own: its terms stand in the group around it. */
  readonly path: UblPath | undefined
  readonly content: readonly Binding[]
  /** For every term and group at any depth below, the bindings that lead to it. */
  readonly ways: ReadonlyMap<string, readonly Binding[]>
}

export type Binding = TermBinding | GroupBinding

export function term(id: string, name: string, ...paths: readonly string[]): TermBinding {
  return { kind: 'term', id, name, paths: paths.map(parsePath) }
}

export function group(id: string, name: string, path: string, content: readonly Binding[]): GroupBinding {
  const ways = new Map<string, readonly Binding[]>()
  for (const inner of content) {
    ways.set(inner.id, [inner])
    if (inner.kind === 'group') for (const [below, way] of inner.ways) ways.set(below, [inner, ...way])
  }
  return { kind: 'group', id, name, path: path === '' ? undefined : parsePath(path), content, ways }
}

/** Where the binding's element stands below the group around it; empty when that group's own element is meant. */
export function shownPath(binding: Binding): string {
  return (binding.kind === 'group' ? binding.path : binding.paths[0])?.shown ?? ''
}
