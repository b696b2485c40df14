import { devnetCommand } from '../command-line.ts'
import { runDemo, STORY_NAMES } from '../demo/index.ts'
import { answersEverywhere } from '../network.ts'
import { check, DevnetError, type Output } from '../output.ts'
import { rpcUrl } from '../topology.ts'
import { requireDevnet } from './nodes.ts'

/** Plays every demo story with new identifiers, so that there is something to look at; again as often as one likes. */
export async function seed(directory: string, output: Output): Promise<void> {
  const devnet = await requireDevnet(directory)
  if (!devnet.state.demo)
    throw new DevnetError('devnet/no-demo', 'this network has no demo members, of whom the stories are', devnetCommand(directory, 'reset'))
  const answers = await Promise.all(devnet.nodes.map(answersEverywhere))
  const node = devnet.nodes.find((_, index) => answers[index] === true)
  if (node === undefined) throw new DevnetError('devnet/not-running', 'no node answers', devnetCommand(directory, '--detach'), 3)
  const url = rpcUrl(node)
  const played: { readonly story: string; readonly steps: number }[] = []
  for (const story of STORY_NAMES) {
    const startedMs = performance.now()
    const { ok, steps, brokenOff } = await runDemo(story, { rpcUrl: url, fresh: true, write: () => undefined })
    const surprises = steps.filter((step) => !step.ok)
    if (!ok) {
      const what = brokenOff?.message ?? surprises.map(({ step, expected, got }) => `${step}: ${got}, not ${expected}`).join('; ')
      throw new DevnetError(
        'devnet/surprise',
        `${story} did not go as told: ${what}`,
        `npm run hanse -- demo ${story} --fresh --rpc ${url}`,
      )
    }
    output.line(check(`${story.padEnd(20)}  ${steps.length} steps · ${((performance.now() - startedMs) / 1000).toFixed(1)} s`))
    played.push({ story, steps: steps.length })
  }
  output.line(` Look: npm run hanse -- export events --rpc ${url}`)
  output.result({ stories: played })
}
