import { type Rejection, reject } from '@hanse/primitives'
import { HanseError } from '@hanse/sdk'
import { findNodes } from './find-nodes.ts'
import { playFirstBrands } from './first-brands.ts'
import { playFoshanBinhDuong } from './foshan-binh-duong.ts'
import { playRestaurant } from './restaurant.ts'
import { openRpcDesk } from './rpc-desk.ts'
import { Script, Surprise } from './script.ts'
import { playShunhe } from './shunhe.ts'

/** What a story is and how it is played. */
interface Story {
  readonly title: string
  play(script: Script, fresh: boolean): Promise<void>
}

const STORIES: Readonly<Record<string, Story>> = {
  shunhe: { title: 'Shunhe: an invoice becomes money, down the supply chain', play: playShunhe },
  'foshan-binh-duong': { title: 'Foshan–Bình Dương: yuan leave, dong arrive, both or neither', play: playFoshanBinhDuong },
  'first-brands': { title: 'First Brands: invoices for which there was no sale, and some that were sold twice', play: playFirstBrands },
  restaurant: { title: 'Restaurant: one bill of 268.00, handed in at two employers', play: playRestaurant },
}

export const STORY_NAMES: readonly string[] = Object.keys(STORIES)
/** Every story, one after the other. */
const ALL = 'all'
/** What `runDemo` plays. */
export const DEMO_NAMES: readonly string[] = [...STORY_NAMES, ALL]

export interface DemoOptions {
  /** Of any node of a devnet on this machine; the story spreads over those beside it. */
  readonly rpcUrl: string
  /** New identifiers, so that the story plays again on the same chain. */
  readonly fresh: boolean
  readonly write: (line: string) => void
}

export interface DemoResult {
  readonly ok: boolean
  readonly story: string
  readonly steps: ReturnType<Script['finish']>['rows']
  /** Why the story broke off. `invoices/duplicate-number`: it was played before on this chain, and `fresh` plays it again. */
  readonly brokenOff?: Rejection
}

/**
 * Plays a story against running nodes, or all of them with one summary at the end. Every step that does not come out as told makes the
 * result not ok; a story that breaks off does not keep the next one from being played.
 */
export async function runDemo(name: string, { rpcUrl, fresh, write }: DemoOptions): Promise<DemoResult> {
  const names = name === ALL ? STORY_NAMES : [name]
  const script = new Script(await openRpcDesk(await findNodes(rpcUrl)), write)
  let brokenOff: Rejection | undefined
  for (const each of names) {
    const why = await tell(each, script, fresh)
    brokenOff ??= why
  }
  const { ok, rows } = script.finish()
  return { ok: ok && brokenOff === undefined, story: name, steps: rows, ...(brokenOff === undefined ? {} : { brokenOff }) }
}

async function tell(name: string, script: Script, fresh: boolean): Promise<Rejection | undefined> {
  const story = STORIES[name]
  if (story === undefined) throw new RangeError(`no story ${name}; there is ${DEMO_NAMES.join(', ')}`)
  script.begin(name, story.title)
  try {
    await story.play(script, fresh)
    return undefined
  } catch (error) {
    const brokenOff = whyBrokenOff(error)
    script.breakOff(brokenOff.code)
    return brokenOff
  }
}

function whyBrokenOff(error: unknown): Rejection {
  if (error instanceof HanseError) return error.rejection
  if (error instanceof Surprise) return reject(error.code, error.message)
  throw error
}
