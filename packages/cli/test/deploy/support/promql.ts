import { parser } from '@prometheus-io/lezer-promql'

type Node = ReturnType<typeof parser.parse>['topNode']

export interface MetricKind {
  readonly type: string
  readonly labels: readonly string[]
}

/** The kind of a metric by the name that a query has for it, `_bucket` and its like included. Undefined for one that nobody measures. */
export type KnownMetric = (name: string) => MetricKind | undefined

export interface QueryCheck {
  readonly faults: readonly string[]
  readonly metrics: readonly string[]
  /** Labels that the result can have. */
  readonly labels: ReadonlySet<string>
}

/** What makes sense of something that only grows, and of something that goes up and down. */
const OF_COUNTERS: ReadonlySet<string> = new Set(['rate', 'irate', 'increase'])
const OF_GAUGES: ReadonlySet<string> = new Set(['deriv', 'delta', 'predict_linear'])
const NOTHING: ReadonlySet<string> = new Set()

/** Checks a query without running it: syntax, names, labels, and that a function fits the type of what it is given. */
export function checkQuery(query: string, known: KnownMetric): QueryCheck {
  return new Check(query, known).result()
}

class Check {
  readonly #query: string
  readonly #known: KnownMetric
  readonly #faults: string[] = []
  readonly #metrics: string[] = []

  constructor(query: string, known: KnownMetric) {
    this.#query = query
    this.#known = known
  }

  result(): QueryCheck {
    const tree = parser.parse(this.#query)
    tree.iterate({
      enter: ({ type, from }) => {
        if (type.isError) this.#faults.push(`syntax at character ${from}`)
      },
    })
    const labels = this.#faults.length > 0 ? NOTHING : this.#labelsOf(tree.topNode.firstChild)
    return { faults: this.#faults, metrics: this.#metrics, labels }
  }

  #text({ from, to }: Node): string {
    return this.#query.slice(from, to)
  }

  #children(node: Node | null): readonly Node[] {
    const found: Node[] = []
    for (let child = node?.firstChild ?? null; child !== null; child = child.nextSibling) found.push(child)
    return found
  }

  /** The labels of a part's result; faults are noted on the way. */
  #labelsOf(node: Node | null): ReadonlySet<string> {
    switch (node?.name) {
      case 'VectorSelector':
        return this.#selector(node)
      case 'MatrixSelector':
      case 'ParenExpr':
        return this.#union(this.#children(node))
      case 'AggregateExpr':
        return this.#aggregate(node)
      case 'FunctionCall':
        return this.#call(node)
      case 'BinaryExpr':
        return this.#binary(node)
      default:
        return NOTHING
    }
  }

  #union(nodes: readonly Node[]): ReadonlySet<string> {
    return new Set(nodes.flatMap((node) => [...this.#labelsOf(node)]))
  }

  #selector(node: Node): ReadonlySet<string> {
    const name = this.#text(node.getChild('Identifier') ?? node)
    const kind = this.#known(name)
    if (kind === undefined) {
      this.#faults.push(`nobody measures ${name}`)
      return NOTHING
    }
    this.#metrics.push(name)
    const labels = new Set(kind.labels)
    for (const matcher of this.#children(node.getChild('LabelMatchers')))
      this.#mustHave(labels, this.#text(matcher.firstChild ?? matcher), name)
    return labels
  }

  #mustHave(labels: ReadonlySet<string>, label: string, of: string): void {
    if (!labels.has(label)) this.#faults.push(`${of} has no label ${label}`)
  }

  #grouping(modifier: Node | null): readonly string[] {
    return this.#children(modifier?.getChild('GroupingLabels') ?? null).map((label) => this.#text(label))
  }

  #aggregate(node: Node): ReadonlySet<string> {
    const inner = this.#union(this.#children(node.getChild('FunctionCallBody')))
    const modifier = node.getChild('AggregateModifier')
    const by = this.#grouping(modifier)
    if (modifier !== null && modifier.getChild('By') === null) this.#faults.push('`without` keeps what nobody thought of: say `by`')
    for (const label of by) this.#mustHave(inner, label, 'what is added up')
    return new Set(by)
  }

  #call(node: Node): ReadonlySet<string> {
    const name = this.#text(node.getChild('FunctionIdentifier') ?? node)
    const parameters = this.#children(node.getChild('FunctionCallBody'))
    const measured = parameters.map((parameter) => parameter.getChild('VectorSelector')).find((selector) => selector !== null)
    if (measured) this.#mustSuit(name, this.#text(measured.getChild('Identifier') ?? measured))
    const labels = this.#union(parameters)
    if (name === 'scalar') return NOTHING
    if (name !== 'histogram_quantile') return labels
    this.#mustHave(labels, 'le', 'what histogram_quantile is given')
    return new Set([...labels].filter((label) => label !== 'le'))
  }

  #mustSuit(name: string, metric: string): void {
    const type = this.#known(metric)?.type
    if (OF_COUNTERS.has(name) && type === 'gauge') this.#faults.push(`${name} of the gauge ${metric}`)
    if (OF_GAUGES.has(name) && type !== undefined && type !== 'gauge') this.#faults.push(`${name} of the ${type} ${metric}`)
  }

  #binary(node: Node): ReadonlySet<string> {
    const [left, right] = [this.#labelsOf(node.firstChild), this.#labelsOf(node.lastChild)]
    const modifier = node.getChild('MatchingModifierClause')
    if (modifier === null) {
      const differ = left.size > 0 && right.size > 0 && (left.size !== right.size || [...left].some((label) => !right.has(label)))
      if (differ) this.#faults.push('the two sides have different labels: say `on`')
      return left.size > 0 ? left : right
    }
    const on = this.#grouping(modifier)
    for (const label of on) for (const side of [left, right]) this.#mustHave(side, label, 'one side of the operation')
    if (modifier.getChild('GroupRight') !== null) return right
    return modifier.getChild('GroupLeft') !== null ? left : new Set(on)
  }
}
