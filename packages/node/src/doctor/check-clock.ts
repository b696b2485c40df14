import { execFile } from 'node:child_process'
import { access } from 'node:fs/promises'
import { promisify } from 'node:util'
import { type Found, failed, good, type Sight, warning } from './finding.ts'

const ASK_TIMEOUT_MS = 2_000
const FIX = 'Run an NTP service: timedatectl set-ntp true, or chrony. Beyond maxDriftMs no validator votes for this one’s proposals.'

/** The clock against the chain's time, and whether something keeps it right. */
export async function checkClock({ chain, members, running, inspection, nowMs }: Sight): Promise<readonly Found[]> {
  const found: Found[] = []
  const headMs = running?.status?.headTime ?? inspection.store?.head?.timeMs
  if (chain !== undefined && members !== undefined) {
    const { maxDriftMs } = members.params
    const aheadMs = (headMs ?? chain.genesis.timeMs) - nowMs
    const what = headMs === undefined ? 'genesis' : 'the head of the chain'
    // A quorum of clocks agreed to that time.
    if (aheadMs > maxDriftMs) found.push(failed(`${what} is ${Math.ceil(aheadMs / 1000)} s in the future of this host’s clock`, FIX))
    else found.push(good(`not behind ${what} (${new Date(nowMs).toISOString()})`))
  }
  found.push(await synchronization())
  return found
}

/** What the host knows of its time service. Containers see none. */
async function synchronization(): Promise<Found> {
  const told = await ask('timedatectl', ['show', '--property=NTPSynchronized', '--value'])
  if (told === 'yes') return good('the clock is synchronized (timedatectl)')
  if (told === 'no') return warning('timedatectl says that the clock is not synchronized', FIX)
  const chrony = await ask('chronyc', ['-n', 'tracking'])
  const offset = chrony === undefined ? undefined : /^System time\s*:\s*([\d.]+) seconds/m.exec(chrony)?.[1]
  if (offset !== undefined && /^Leap status\s*:\s*Normal/m.test(chrony ?? '')) return good(`the clock is ${offset} s off (chronyc)`)
  if (offset !== undefined) return warning('chronyc says that the clock is not synchronized', FIX)
  const isTimesyncd = await access('/run/systemd/timesync/synchronized').then(
    () => true,
    () => false,
  )
  if (isTimesyncd) return good('the clock is synchronized (systemd-timesyncd)')
  return warning('nothing here can tell whether the clock is synchronized', `${FIX} In a container the host does.`)
}

async function ask(program: string, words: readonly string[]): Promise<string | undefined> {
  try {
    const { stdout } = await promisify(execFile)(program, words, { timeout: ASK_TIMEOUT_MS })
    return stdout.trim()
  } catch {
    return undefined
  }
}
