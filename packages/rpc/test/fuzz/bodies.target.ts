import { EXAMPLES } from '../../generated/examples.js'
import { caller, createDispatcher, isAnswer } from '../support/fuzzed-dispatcher.ts'

const failures: unknown[] = []
const dispatcher = await createDispatcher(failures)

const requests = Object.entries(EXAMPLES).flatMap(([method, examples]) =>
  examples.map(({ params }) => JSON.stringify({ jsonrpc: '2.0', id: 1, method, params })),
)

function codeOf(answer: unknown): string {
  if (Array.isArray(answer)) return `accepted batch ${[...new Set(answer.map(codeOf))].sort().slice(0, 3).join(' ')}`
  const { error } = answer as { readonly error?: { readonly data: { readonly code: string; readonly path?: string } } }
  return error === undefined ? 'accepted' : `${error.data.code} ${error.data.path?.slice(0, 40) ?? ''}`
}

export const target = {
  name: 'rpc-bodies',
  promise: 'the body of a request gets an answer in form, and never a defect',
  shape: 'text',
  seeds: () => [
    ...requests.map((request) => ({ label: 'body', bytes: Buffer.from(request) })),
    { label: 'body', bytes: Buffer.from(`[${requests.slice(0, 3).join()}]`) },
  ],
  check: async ({ bytes }: { readonly bytes: Uint8Array }): Promise<string> => {
    failures.length = 0
    const answer = await dispatcher.answer(Buffer.from(bytes), caller)
    if (failures.length > 0) throw new Error(`a defect was logged: ${JSON.stringify(failures[0]).slice(0, 200)}`)
    if (answer === undefined) return 'accepted notification'
    const parsed: unknown = JSON.parse(answer)
    if (!isAnswer(parsed)) throw new Error('an answer out of form')
    return codeOf(parsed)
  },
}
