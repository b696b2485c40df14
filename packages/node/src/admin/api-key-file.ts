import { readPrivateFile, replacePrivateFile } from '@hanse/crypto-native'
import { err, type Hex, ok, type Result, reject } from '@hanse/primitives'
import { z } from 'zod'

/** A key that was made here, or one of config.toml that was revoked here. The key itself is nowhere. */
export interface StoredKey {
  readonly sha256: Hex
  readonly organization: string
  readonly label?: string
  readonly source: 'config' | 'admin'
  readonly createdAtMs: number
  readonly expiresAtMs?: number
  readonly revokedAtMs?: number
}

const FORMAT = 1
/** A thousand keys are a quarter of it. */
const FILE_BYTES_MAX = 1024 * 1024

const storedKeySchema = z.strictObject({
  sha256: z.templateLiteral(['0x', z.string()]).refine((text) => /^0x[0-9a-f]{64}$/.test(text)),
  organization: z.string().min(1).max(64),
  label: z.string().min(1).max(64).optional(),
  source: z.enum(['config', 'admin']),
  createdAtMs: z.number().int().min(0),
  expiresAtMs: z.number().int().min(0).optional(),
  revokedAtMs: z.number().int().min(0).optional(),
})
const fileSchema = z.strictObject({ format: z.literal(FORMAT), keys: z.array(storedKeySchema) })

/** What the file says; nothing where there is none. Codes `keys/permissions`, `keys/io`, `keys/malformed`. */
export async function readApiKeyFile(path: string): Promise<Result<readonly StoredKey[]>> {
  const text = await readPrivateFile(path, FILE_BYTES_MAX)
  if (!text.ok) return text.error.code === 'keys/not-found' ? ok([]) : text
  const parsed = fileSchema.safeParse(parsedJson(text.value))
  if (!parsed.success) {
    return err(
      reject('keys/malformed', `${path} is not a file of API keys`, {
        hint: 'Restore it, or move it away: the keys that were made by admin_createApiKey open no more then.',
        path: 'admin.keysFile',
      }),
    )
  }
  return ok(
    parsed.data.keys.map(({ label, expiresAtMs, revokedAtMs, ...key }) => ({
      ...key,
      ...(label === undefined ? {} : { label }),
      ...(expiresAtMs === undefined ? {} : { expiresAtMs }),
      ...(revokedAtMs === undefined ? {} : { revokedAtMs }),
    })),
  )
}

/** Durable when it resolves, for its owner alone. Code `admin/not-saved`. */
export async function writeApiKeyFile(path: string, keys: readonly StoredKey[]): Promise<Result<undefined>> {
  const written = await replacePrivateFile(path, `${JSON.stringify({ format: FORMAT, keys }, undefined, 2)}\n`)
  return written.ok ? written : err(reject('admin/not-saved', written.error.message))
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
