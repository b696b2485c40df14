import { type CallDraft, type HanseClient, HanseError } from '@hanse/sdk'
import { test } from 'tap'
import { noticeWarning } from '../src/transactions/notice-warning.ts'

type AskedNode = Pick<HanseClient, 'call' | 'query'>

interface Facts {
  readonly height: number
  readonly msPerBlock: number
  readonly proposal?: object
}

/** A node whose blocks come evenly. */
function nodeWith({ height, msPerBlock, proposal }: Facts): AskedNode {
  return {
    call: async (_method: string, { height: at }: { readonly height: number | 'latest' }) => {
      const of = at === 'latest' ? height : at
      return { height: of, timeMs: 1_000_000 + of * msPerBlock }
    },
    query: async () => {
      if (proposal === undefined) throw new HanseError({ code: 'governance/unknown-proposal', message: 'none' })
      return { value: proposal, height }
    },
  } as unknown as AskedNode
}

const activate = (more: object = {}) => ({ type: 'activateModule', name: 'loyalty', version: 1, hash: '0xab', ...more })
const propose = (action: object): CallDraft => ({ module: 'governance', command: 'propose', params: { member: 'bank-a', action } as never })
const vote = (choice: string): CallDraft => ({ module: 'governance', command: 'vote', params: { proposalId: '1', choice } })

test('a vote that leaves operators less than ten minutes is warned of, at the pace of the chain', async (t) => {
  const busy = { height: 500, msPerBlock: 50 }
  const open = { status: 'open', action: activate() }
  const rows: readonly (readonly [string, Facts, CallDraft, RegExp | undefined])[] = [
    [
      'the least notice on a busy chain',
      busy,
      propose(activate()),
      /^operators have 5 s .* 100 heights at 20\.0 blocks\/s.* 12500 or more/,
    ],
    ['a height that is too near', busy, propose(activate({ atHeight: 1_700 })), /have 60 s .*: 1200 heights/],
    ['a height that is far', busy, propose(activate({ atHeight: 12_500 })), undefined],
    ['an idle chain', { height: 500, msPerBlock: 10_000 }, propose(activate()), undefined],
    ['a young chain', { height: 1, msPerBlock: 50 }, propose(activate()), undefined],
    ['a yes', { ...busy, proposal: open }, vote('yes'), /have 5 s/],
    ['a no', { ...busy, proposal: open }, vote('no'), undefined],
    ['a yes to what is decided', { ...busy, proposal: { ...open, status: 'done' } }, vote('yes'), undefined],
    [
      'a hash that was forgotten',
      { height: 1, msPerBlock: 50 },
      propose(activate({ hash: undefined })),
      /no loyalty version 1: nodes without it stop/,
    ],
    ['a yes to nothing', busy, vote('yes'), undefined],
    ['another action', busy, propose({ type: 'cancelActivation', proposalId: '1' }), undefined],
    ['another module', busy, { module: 'settlement', command: 'propose', params: { action: activate() } as never }, undefined],
  ]
  for (const [name, facts, call, expected] of rows) {
    const warning = await noticeWarning(nodeWith(facts), [call])
    if (expected === undefined) t.equal(warning, undefined, name)
    else t.match(warning, expected, name)
  }
})
