/** How long a healed node counts as impaired where nobody saw it at the head, in ms: it starts, connects and catches up. */
export const RECOVERY_MS = 5_000

export interface Span {
  readonly fromMs: number
  readonly toMs: number
}

/** A fault as it was done; not healed is until the end. */
export interface Impairment {
  readonly atMs: number
  readonly healedMs?: number
  /** When all its nodes were at the head again. */
  readonly backMs?: number
  readonly impaired: number
}

/** Times during which more than f nodes are impaired, or still coming back: nobody promises a block then. In order, none overlapping another. */
export function outagesOf(faults: readonly Impairment[], liars: number, faultsMax: number): readonly Span[] {
  const windows = faults.map(({ atMs, healedMs = Number.MAX_SAFE_INTEGER, backMs = healedMs + RECOVERY_MS, impaired }) => ({
    fromMs: atMs,
    toMs: backMs,
    impaired,
  }))
  const edges = [...new Set(windows.flatMap(({ fromMs, toMs }) => [fromMs, toMs]))].sort((a, b) => a - b)
  const outages: { fromMs: number; toMs: number }[] = []
  for (const [index, fromMs] of edges.entries()) {
    const toMs = edges[index + 1]
    if (toMs === undefined) break
    const at = windows.filter((window) => window.fromMs <= fromMs && window.toMs >= toMs)
    if (liars + at.reduce((sum, { impaired }) => sum + impaired, 0) <= faultsMax) continue
    const last = outages.at(-1)
    if (last?.toMs === fromMs) last.toMs = toMs
    else outages.push({ fromMs, toMs })
  }
  return outages
}

/** What is left of a span without a hole in it. */
export function without(span: Span, hole: Span): readonly Span[] {
  return [
    { fromMs: span.fromMs, toMs: Math.min(span.toMs, hole.fromMs) },
    { fromMs: Math.max(span.fromMs, hole.toMs), toMs: span.toMs },
  ].filter(({ fromMs, toMs }) => toMs > fromMs)
}
