export { forkIn } from '@hanse/replica'
export { backupHome } from './backup/home-backup.ts'
export { type BackupRestored, restoreBackup } from './backup/restore-backup.ts'
export { type BundleFile, collectBundle } from './bundle/collect-bundle.ts'
export { checkNodeConfig, type NodeConfig, type NodeConfigInput, readConfigSource, readNodeConfig } from './config.ts'
export { type ConfigFinding, validateConfig } from './configuration/validate-config.ts'
export { examine } from './doctor/doctor.ts'
export type { CheckName, Finding } from './doctor/finding.ts'
export { type AskPassword, type NodeHome, readGenesis, readNodeHome } from './home.ts'
export type { RecordCount } from './inspect/count-records.ts'
export { type Inspection, inspectNode } from './inspect/inspect-node.ts'
export { type RunningNode, startNode } from './node.ts'
export type { NodeComponents, NodeOptions, NodeProgress } from './node-options.ts'
export { type PruneReport, pruneHome } from './prune-home.ts'
export { applyRecovery, type RecoveryApplied } from './recover/apply-recovery.ts'
export { type RecoveryStatus, recoveryStatus } from './recover/recovery-status.ts'
export { type RecoverySigned, signRecovery } from './recover/sign-recovery.ts'
export { type ReindexReport, reindex } from './reindex.ts'
export { type RepairReport, repair } from './repair/repair.ts'
export {
  restoreSnapshot,
  type SnapshotRestored,
  snapshotHome,
  snapshotsOfHome,
  verifySnapshotFolder,
} from './snapshot/home-snapshot.ts'
export { createLogger, type LevelLogger, systemClock, systemRandom } from './system.ts'
