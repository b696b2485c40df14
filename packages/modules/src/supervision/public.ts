export type { List as SanctionsList, ListVersion as SanctionsListVersion } from './codecs.ts'
export { supervision } from './module.ts'
export {
  type AbsenceProof,
  listRoot,
  type ProvenEntry,
  proveAbsence,
  type SubjectIdentifier,
  sortedEntries,
  subjectKey,
  subjectKeys,
  verifyAbsence,
} from './sanctions-list.ts'
