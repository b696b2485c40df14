import type { Topics } from '@hanse/sdk'

type JournalEntry = Topics['consensus']['data'] | Topics['node']['data']

/** What a node notes of itself, in a line. What is not known here is told as it came. */
export function journalDetails(entry: JournalEntry): string {
  switch (entry.type) {
    case 'gap':
      return `${entry.lost ?? 'nobody knows how many'} entries lost: ${entry.reason}`
    case 'view-left':
      return `for view ${entry.next} of ${entry.nextPrimary}: ${entry.reason}`
    case 'view-entered':
      return `view ${entry.view} of ${entry.primary}`
    case 'epoch-entered':
      return `epoch ${entry.epoch} from height ${entry.firstHeight} on, this node ${entry.role === 'validator' ? 'votes' : 'observes'}: ${entry.validators.join(' ')}`
    case 'phase':
      return `height ${entry.height} ${entry.phase}${took(entry.tookMs)}`
    case 'final':
      return `height ${entry.height}${took(entry.tookMs)}, ${entry.transactions} tx, by ${entry.proposer}, signed by ${entry.signers.join(' ')}, ${entry.hash}`
    case 'evidence':
      return `${entry.kind} of ${entry.culprit} at height ${entry.height}: hanse rpc consensus_getEvidence`
    case 'other-header':
      return `height ${entry.height}: own ${entry.own}, others ${entry.others}`
    case 'punished':
      return `${entry.validator}: ${entry.reason}`
    default:
      return nodeDetails(entry)
  }
}

function nodeDetails(entry: Exclude<Topics['node']['data'], { type: 'gap' }>): string {
  switch (entry.type) {
    case 'started':
      return `${entry.organization} (${entry.role}), version ${entry.version}, height ${entry.height}, chain ${entry.genesisHash}`
    case 'state':
      return `${entry.before} → ${entry.state} at height ${entry.height}${entry.reasons.length === 0 ? '' : `: ${entry.reasons.join(', ')}`}`
    case 'peer-connected':
      return `${entry.organization ?? entry.peerId}, version ${entry.version}, head ${entry.head}`
    case 'peer-disconnected':
      return `${entry.organization ?? entry.peerId}: ${entry.reason}`
    case 'pool':
      return `${entry.before} → ${entry.level}: ${entry.size} of ${entry.capacity}`
    case 'log-level':
      return `${entry.before} → ${entry.level}`
    case 'stopping':
      return `at height ${entry.height}`
    default:
      return rest(entry)
  }
}

function took(tookMs: number | undefined): string {
  return tookMs === undefined ? '' : ` after ${tookMs} ms`
}

/** A node that is younger than this program may note more. */
function rest(entry: never): string {
  const { type: _type, atMs: _atMs, ...members } = entry as Readonly<Record<string, unknown>>
  return JSON.stringify(members)
}
