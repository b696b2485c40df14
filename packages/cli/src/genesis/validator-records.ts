import { type Json, parseField, type ValidatorRecord, validatorRecordCodec } from '@hanse/protocol'
import { CliError } from '../cli-error.ts'
import { isJsonObject, readJson } from '../json.ts'

/** The records of a file that `hanse node init` wrote: one, or a list of them. */
function recordsOf(json: Json, path: string): readonly ValidatorRecord[] {
  const items: readonly Json[] = Array.isArray(json) ? json : [json]
  return items.map((item) => {
    const record = parseField(validatorRecordCodec, item)
    if (record.ok) return record.value
    throw new CliError({
      ...record.error,
      message: `${path}: ${record.error.message}`,
      hint: 'hanse node init writes such a file: validator.json.',
    })
  })
}

/** In the order of the files, which is the order of the validators in the chain. */
export async function readValidatorRecords(files: readonly string[]): Promise<readonly ValidatorRecord[]> {
  const records: ValidatorRecord[] = []
  for (const file of files) records.push(...recordsOf(await readJson(file), file))
  return records
}

/** A list of validators for verifying proofs. */
export async function readTrustedValidators(file: string): Promise<readonly ValidatorRecord[]> {
  const json = await readJson(file)
  const items = isJsonObject(json) && json['items'] !== undefined ? json['items'] : json
  return recordsOf(withoutIndices(items), file)
}

/** As `consensus_getValidators` answers: each record with its index, in order. */
function withoutIndices(items: Json): Json {
  if (!Array.isArray(items)) return items
  return items.map((item: Json) => {
    if (!isJsonObject(item)) return item
    const { index: _index, ...record } = item
    return record
  })
}
