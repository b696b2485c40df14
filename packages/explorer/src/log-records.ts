import type { Epoch, LogRecord } from '@hanse/protocol'

/** The epoch that a record was written in. */
export function epochOf(record: LogRecord): Epoch {
  if (record.type === 'proposal') return record.body.epoch
  return record.type === 'newView' ? record.newView.epoch : record.epoch
}

/** The newest of each kind, and what is at or above the height. */
export function neededFrom(log: readonly LogRecord[], height: number): LogRecord[] {
  const newest = new Map<string, LogRecord>()
  for (const record of log) newest.set(record.type, record)
  return log.filter((record) => {
    const of = record.type === 'proposal' ? record.body.height : 'height' in record ? record.height : undefined
    return newest.get(record.type) === record || (of !== undefined && of >= height)
  })
}
