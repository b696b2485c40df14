import { parsePath, restOf, type Step, type UblPath } from '../ubl/ubl-path.ts'

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
  /** Where the group's own content is kept, by number: its place in `content`. */
  readonly slots: ReadonlyMap<string, number>
  /** What to read from a child element, by its name. */
  readonly reads: ReadonlyMap<string, readonly Read[]>
  /** Slots of what has several paths, or none that leads to a child: it is searched for by itself. */
  readonly searched: readonly number[]
}

/** A child at `step` holds, below it at `rest`, what belongs into `slot`. */
export interface Read {
  readonly slot: number
  readonly binding: Binding
  readonly step: Step
  readonly rest: UblPath
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
  const slots = new Map(content.map((inner, slot) => [inner.id, slot]))
  const searched = [...content.keys()].filter((slot) => childPath(content[slot]) === undefined)
  return {
    kind: 'group',
    id,
    name,
    path: path === '' ? undefined : parsePath(path),
    content,
    ways,
    slots,
    reads: readsOf(content),
    searched,
  }
}

function readsOf(content: readonly Binding[]): ReadonlyMap<string, readonly Read[]> {
  const reads = new Map<string, Read[]>()
  for (const [slot, binding] of content.entries()) {
    const path = childPath(binding)
    const step = path?.steps[0]
    if (path === undefined || step === undefined) continue
    for (const { name } of step.names) reads.set(name, [...(reads.get(name) ?? []), { slot, binding, step, rest: restOf(path) }])
  }
  return reads
}

function childPath(binding: Binding | undefined): UblPath | undefined {
  const path = binding?.kind === 'term' ? (binding.paths.length === 1 ? binding.paths[0] : undefined) : binding?.path
  return path === undefined || path.steps.length === 0 ? undefined : path
}

/** Where the binding's element stands below the group around it; empty when that group's own element is meant. */
export function shownPath(binding: Binding): string {
  return (binding.kind === 'group' ? binding.path : binding.paths[0])?.shown ?? ''
}
