import { metricsUrl, type NodeEndpoints } from '@hanse/devnet'

/** What a node says of itself, by name and labels as it writes them. */
export type MetricValues = ReadonlyMap<string, number>

const LINE = /^(\w+(?:\{[^}]*\})?) (\S+)$/

export async function metricsOf(node: NodeEndpoints): Promise<MetricValues> {
  const response = await fetch(metricsUrl(node))
  const text = await response.text()
  return new Map(
    text.split('\n').flatMap((line) => {
      const [, name, value] = LINE.exec(line) ?? []
      return name === undefined || value === undefined ? [] : [[name, Number(value)] as const]
    }),
  )
}

/** How much a counter has grown, from nothing where it was not there before. */
export function growth(before: MetricValues, after: MetricValues, name: string): number {
  return (after.get(name) ?? 0) - (before.get(name) ?? 0)
}
