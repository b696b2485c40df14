import { type Rejection, reject } from '@hanse/primitives'
import { HanseError } from '@hanse/sdk'
import { findNodes } from './find-nodes.ts'
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
}

export const STORY_NAMES: readonly string[] = Object.keys(STORIES)

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

/** Plays a story against running nodes. Every step that does not come out as told makes the result not ok. */
export async function runDemo(name: string, { rpcUrl, fresh, write }: DemoOptions): Promise<DemoResult> {
  const story = STORIES[name]
  if (story === undefined) throw new RangeError(`no story ${name}; there is ${STORY_NAMES.join(', ')}`)
  write(story.title)
  const script = new Script(await openRpcDesk(await findNodes(rpcUrl)), write)
  let brokenOff: Rejection | undefined
  try {
    await story.play(script, fresh)
  } catch (error) {
    brokenOff = whyBrokenOff(error)
    script.breakOff(brokenOff.code)
  }
  const { ok, rows } = script.finish()
  return { ok: ok && brokenOff === undefined, story: name, steps: rows, ...(brokenOff === undefined ? {} : { brokenOff }) }
}

function whyBrokenOff(error: unknown): Rejection {
  if (error instanceof HanseError) return error.rejection
  if (error instanceof Surprise) return reject(error.code, error.message)
  throw error
}
