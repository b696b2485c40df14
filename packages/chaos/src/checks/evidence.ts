import type { EvidenceReport } from './chain.ts'
import { summarized, type Violation } from './violation.ts'

/**
 * **Nobody honest is accused**: whatever a node or the chain has against anybody (`NAME: what`) is against a liar, and where nobody lies no
 * node puts evidence on the chain.
 */
export function checkEvidence(
  evidence: ReadonlySet<string>,
  reports: readonly EvidenceReport[],
  liars: ReadonlySet<string>,
): readonly Violation[] {
  const wrong = [...evidence].filter((text) => !liars.has(text.split(':')[0] ?? ''))
  const needless = liars.size > 0 ? [] : reports.map(({ hash, height }) => `height ${height} has the evidence ${hash}, and nobody lies`)
  return summarized('evidence', [...wrong, ...needless])
}
