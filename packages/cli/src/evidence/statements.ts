import { type CommitCertificate, type LogRecord, logRecordCodec } from '@hanse/protocol'
import type { HanseClient } from '@hanse/sdk'
import { CliError } from '../cli-error.ts'

export interface Statements {
  readonly committed?: CommitCertificate
  readonly records: readonly LogRecord[]
}

/** All that a node has kept of who signed what about a height. Nothing of it is verified yet. */
export async function statementsOf(client: HanseClient, height: number): Promise<Statements> {
  const records: LogRecord[] = []
  let committed: CommitCertificate | undefined
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<typeof client.call<'consensus_getStatements'>>> = await client.call('consensus_getStatements', {
      height,
      ...(cursor === null ? {} : { cursor }),
    })
    if (cursor === null) {
      committed = page.committed
      if (committed !== undefined) records.push(recordOf({ type: 'committed', ...committed }))
      records.push(...page.prepared.map((certificate) => recordOf({ type: 'prepared', ...certificate })))
    }
    records.push(...page.newViews.map((entered) => recordOf({ type: 'newView', ...entered })))
    cursor = page.nextCursor
  } while (cursor !== null)
  return committed === undefined ? { records } : { committed, records }
}

/** A node may answer anything: what is no record of a log is refused. @throws CliError */
function recordOf(value: object): LogRecord {
  const read = logRecordCodec.parseJson(value as never, 'the node’s answer')
  if (!read.ok) throw new CliError(read.error)
  return read.value
}
