import type { Json } from '@hanse/protocol'
import { parseAssignments, parseJson } from '../assignments.ts'
import type { Register } from '../command.ts'

/** Longest that a method may take, in ms: those that wait for a receipt take up to half a minute. */
const CALL_TIMEOUT_MS = 40_000

const ADMIN_PREFIX = 'admin_'

export const registerRpc: Register = (command, run) => {
  command
    .argument('<method>', 'for example chain_getBlock; rpc.discover lists all; admin_… goes to the node of --home on this machine')
    .argument('[params...]', 'JSON, an object or a list; or name=value words')
    .option('--admin', 'ask the admin listener, as for admin_…: `rpc.discover --admin` lists what it takes', false)
    .action(
      async (method: string, words: readonly string[], { admin }: { readonly admin: boolean }) =>
        await run(async ({ connect, home, output }) => {
          const isAdmin = admin || method.startsWith(ADMIN_PREFIX)
          const asked = isAdmin ? await (await import('../node-home/admin-client.ts')).adminClientOf(home) : await connect()
          const result = await asked.callRaw(method, paramsOf(words), { timeoutMs: CALL_TIMEOUT_MS })
          output.line(JSON.stringify(result, undefined, 2))
          output.result(result)
        }),
    )
}

function paramsOf(words: readonly string[]): Json {
  const [first, ...rest] = words
  if (first === undefined) return {}
  if (rest.length === 0 && /^[[{]/.test(first)) return parseJson(first, 'params')
  return parseAssignments(words)
}
