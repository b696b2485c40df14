import type { CallFrame, CpuProfile } from './cpu-profile.ts'
import { STAGE_RULES, type Stage, type StageRule } from './stages.ts'

/** How much of a profile a part of a stage has, in µs. */
export interface StageTime {
  readonly stage: Stage
  readonly part: string
  readonly us: number
}

/** What no rule knows. */
export const UNCLASSIFIED = 'unclassified'

/** Of a stack that nobody but Node has a function in, as where a socket is read. */
const NODE_ITSELF: StageRule = { stage: 'the rest', part: 'Node itself' }

const OURS = /\/(?:packages\/)?([\w-]+)\/dist\/(.+)\.js$/
const LIBRARY = /^.*\/node_modules\/((?:@[\w.-]+\/)?[\w.-]+)\//

/** The time of a profile by stage and part, the longest first. Its own rules are for tests. */
export function stageTimes(profile: CpuProfile, rules: readonly StageRule[] = STAGE_RULES): readonly StageTime[] {
  const ruleOf = rulesOfNodes(profile, rules)
  const sums = new Map<string, StageTime>()
  for (const [index, id] of profile.samples.entries()) {
    const { stage, part } = ruleOf(id) ?? { stage: 'the rest', part: UNCLASSIFIED }
    const key = `${stage} ${part}`
    sums.set(key, { stage, part, us: (sums.get(key)?.us ?? 0) + (profile.timeDeltas[index] ?? 0) })
  }
  return [...sums.values()].sort((left, right) => right.us - left.us)
}

/** The functions that no rule knows and that had the most time themselves, for who mends the rules. */
export function unclassifiedFunctions(profiles: readonly CpuProfile[], count: number): readonly string[] {
  const sums = new Map<string, number>()
  for (const profile of profiles) {
    const ruleOf = rulesOfNodes(profile, STAGE_RULES)
    const frames = new Map(profile.nodes.map(({ id, callFrame }) => [id, callFrame]))
    for (const [index, id] of profile.samples.entries()) {
      const frame = frames.get(id)
      if (frame === undefined || ruleOf(id) !== undefined) continue
      const name = `${frame.functionName || '(anonymous)'} ${frame.url}`
      sums.set(name, (sums.get(name) ?? 0) + (profile.timeDeltas[index] ?? 0))
    }
  }
  const longest = [...sums].sort(([, left], [, right]) => right - left).slice(0, count)
  return longest.map(([name, us]) => `${(us / 1000).toFixed(1)} ms ${name}`)
}

/** Of each node of the tree, the rule that decides: its own, or that of whoever called it. */
function rulesOfNodes({ nodes }: CpuProfile, rules: readonly StageRule[]): (id: number) => StageRule | undefined {
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)))
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]))
  const decided = new Map<number, StageRule | undefined>()
  const decide = (id: number | undefined): StageRule | undefined => {
    const frame = id === undefined ? undefined : frames.get(id)
    if (id === undefined || frame === undefined) return NODE_ITSELF
    if (decided.has(id)) return decided.get(id)
    const own = ownRule(frame, rules)
    const outer = own === undefined ? decide(parents.get(id)) : own
    const rule = outer === NODE_ITSELF && !isOfNode(frame) ? undefined : outer
    decided.set(id, rule)
    return rule
  }
  return decide
}

/** Native functions have no file. */
function isOfNode({ url }: CallFrame): boolean {
  return url === '' || url.startsWith('node:')
}

function ownRule({ functionName, url }: CallFrame, rules: readonly StageRule[]): StageRule | undefined {
  const library = LIBRARY.exec(url)?.[1]
  const ours = library === undefined ? OURS.exec(url) : undefined
  const place = ours == null ? undefined : `${ours[1]}/${ours[2]}`
  return rules.find((rule) => {
    if (rule.functions?.includes(functionName) === false) return false
    if (rule.in === undefined && rule.libraries === undefined && rule.builtins === undefined) return true
    if (place !== undefined) return rule.in?.some((path) => place === path || place.startsWith(`${path}/`)) === true
    if (library !== undefined) return rule.libraries?.some((name) => isNamed(library, name)) === true
    return rule.builtins?.some((name) => url.startsWith(name)) === true
  })
}

function isNamed(library: string, name: string): boolean {
  return name.endsWith('*') ? library.startsWith(name.slice(0, -1)) : library === name
}
