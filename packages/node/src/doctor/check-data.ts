import { type Found, failed, failedBy, good, isHeld, type Sight, warning } from './finding.ts'

/** What the data folder holds: formats, the log, the end of the chain, the state root and the modules' invariants. */
export function checkData({ running, inspection }: Sight): readonly Found[] {
  const { store, log } = inspection
  if (store === undefined || log === undefined) return []
  const held = isHeld(inspection)
  // A log that is being written may end in half a record.
  const { index } = inspection
  const found = [...store.problems, ...log.problems]
    .filter(({ code }) => code !== 'storage/locked' && !(held && code === 'storage/log-damaged'))
    .map(failedBy)
  if (held && running === undefined) {
    const fix = `Stop what has it open (fuser -v ${store.directory}/LOCK), or let it start up: two nodes on one folder are never right.`
    found.push(failed(`another process has ${store.directory} open, and no node answers at the ports of this home`, fix))
  }
  // The node makes it anew by itself: no reason not to start.
  found.push(...(index?.problems ?? []).map(({ message, hint }) => warning(message, hint ?? 'hanse node reindex')))
  if (found.length > 0) return found
  if (held) return [good(`open in the node that runs, at height ${running?.readiness.height ?? 'unknown'}`)]
  if (!store.exists) return [good('not made yet: the first start makes it')]
  const torn = log.tornBytes === 0 ? '' : `; ${log.tornBytes} bytes of a write that a crash cut short, which the next start cuts off`
  const invariants = store.invariants === undefined ? '' : `, ${store.invariants} invariants hold`
  // With another chain's genesis file nothing of it could be verified.
  if (inspection.wrongChain !== undefined) return []
  const read = `height ${store.head?.height ?? 0}, of the tip and the state: hash chain, certificate and state root verified${invariants}`
  return [good(`${read}; every block: hanse node inspect --verify${torn}`)]
}
