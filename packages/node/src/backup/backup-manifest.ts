import { err, ok, type Result, reject } from '@hanse/primitives'
import {
  canonicalJsonBytes,
  type FieldValue,
  hash,
  list,
  object,
  optional,
  parseCanonicalJson,
  parseField,
  text,
  uint,
} from '@hanse/protocol'

/** What this release writes and reads. */
export const BACKUP_FORMAT = 1
/** A file of records of the store, give or take a record. */
export const BACKUP_FILE_BYTES = 8 * 1024 * 1024
/** … with the largest record that a store takes. */
const BACKUP_FILE_BYTES_MAX = 64 * 1024 * 1024
const BACKUP_FILES_MAX = 1_000_000
export const BACKUP_MANIFEST_BYTES_MAX = 256 * 1024 * 1024

/** The names that a backup may have: what it says is never a path. */
const FILE_NAME = /^(config\.toml|genesis\.json|api-keys\.json|consensus\.json|identity\.json|store-[0-9]{6})$/

const manifestField = object({
  format: uint({ min: BACKUP_FORMAT, max: BACKUP_FORMAT }),
  chainId: uint({ min: 1 }),
  genesisHash: hash(),
  organization: text({ max: 64 }),
  height: uint(),
  headHash: hash(),
  createdAtMs: uint(),
  /** How far the node's key had promised when the backup was begun. It is no guard: the key may have voted since. */
  promised: optional(object({ epoch: uint(), view: uint(), height: uint() })),
  files: list(
    object({
      name: text({ max: 64, pattern: FILE_NAME, words: 'a name of a file of a backup' }),
      sizeBytes: uint({ max: BACKUP_FILE_BYTES_MAX }),
      sha256: hash(),
    }),
    {
      min: 1,
      max: BACKUP_FILES_MAX,
    },
  ),
})
/** What a backup says of itself. Its file is RFC 8785 JSON. */
export type BackupManifest = FieldValue<typeof manifestField>

export function encodeBackupManifest(manifest: BackupManifest): Uint8Array {
  const encoded = canonicalJsonBytes(manifestField.toJson(manifest))
  if (!encoded.ok) throw new TypeError(encoded.error.message)
  return encoded.value
}

/** `backup/malformed`, `backup/format`. */
export function parseBackupManifest(bytes: Uint8Array): Result<BackupManifest> {
  const json = parseCanonicalJson(bytes)
  if (!json.ok) return err(reject('backup/malformed', `the manifest is not as it was written: ${json.error.message}`))
  const format = (json.value as { readonly format?: unknown } | null)?.format
  if (typeof format === 'number' && format !== BACKUP_FORMAT) {
    return err(
      reject('backup/format', `the backup has format ${format}, this release reads ${BACKUP_FORMAT}`, {
        hint: 'Restore it with the release that made it.',
      }),
    )
  }
  const parsed = parseField(manifestField, json.value)
  return parsed.ok ? ok(parsed.value) : err(reject('backup/malformed', `the manifest does not say what one says: ${parsed.error.message}`))
}
