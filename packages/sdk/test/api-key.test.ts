import { createHash } from 'node:crypto'
import type { Hex } from '@hanse/primitives'
import { createClient } from '@hanse/sdk'
import { type Test, test } from 'tap'
import { operatorKey } from '../../node/test/support/solo-genesis.ts'
import { SoloNode, serve } from '../../node/test/support/solo-node.ts'

const KEY = 'k-bank-a-1'
const sha256 = `0x${createHash('sha256').update(KEY).digest('hex')}` as Hex
const authorization = `Bearer ${KEY}`

/** A node that wants a key, which can be revoked. */
async function start(t: Test): Promise<{ readonly url: string; readonly node: SoloNode; revoke(): void }> {
  const listeners = new Set<() => void>()
  let isRevoked = false
  const node = new SoloNode()
  const { url, stop } = await serve(node, 0, {
    ...{ isRequired: true, hasKeys: true, activeCount: () => 1 },
    find: (hash) => (hash === sha256 ? { organization: 'bank-a', sha256, state: isRevoked ? 'revoked' : 'active' } : undefined),
    onRevoked: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  })
  t.teardown(stop)
  const revoke = (): void => {
    isRevoked = true
    for (const listener of listeners) listener()
  }
  return { url, node, revoke }
}

const PAYMENT = { from: 'bank-a', to: 'nanhai', currency: 'CNY', amount: '1', reference: 'x' } as const

test('a key goes along with calls and with subscriptions', async (t) => {
  const { url, node, revoke } = await start(t)
  const client = createClient({ url, headers: { authorization }, signers: [operatorKey('bank-a', 'maker')] })
  t.match(await client.settlement.transfer(PAYMENT), { outcome: 'success' })
  const subscription = client.subscribe('blocks', { from: 1 })
  t.match(await subscription.next(), { value: { data: { height: 1 } } })
  node.seal()
  t.match(await subscription.next(), { value: { data: { height: 2 } } })
  const next = subscription.next()
  revoke()
  await t.rejects(next, { name: 'HanseError', rejection: { code: 'rpc/unauthorized' } }, 'a revoked key ends it, with the reason')
  await t.rejects(client.subscribe('blocks').next(), { name: 'HanseRpcError', rejection: { code: 'rpc/unauthorized' } })
})

test('without a key, or with another one, the reason is told', async (t) => {
  const { url } = await start(t)
  for (const headers of [{}, { authorization: 'Bearer nope' }]) {
    const stranger = createClient({ url, headers })
    await t.rejects(stranger.call('chain_getHeight'), { name: 'HanseRpcError', rejection: { code: 'rpc/unauthorized' } })
    await t.rejects(stranger.subscribe('blocks').next(), { name: 'HanseRpcError', rejection: { code: 'rpc/unauthorized' } })
  }
})

test('a WebSocket that takes no headers is refused with what to do', async (t) => {
  const { url } = await start(t)
  class OfBrowsers {
    constructor(_url: string, protocols?: unknown) {
      if (typeof protocols === 'object') throw new SyntaxError('the subprotocol is invalid')
    }
  }
  const page = createClient({ url, headers: { authorization }, WebSocket: OfBrowsers as never })
  await t.rejects(page.subscribe('blocks').next(), {
    name: 'HanseError',
    rejection: { code: 'sdk/no-websocket', hint: /a server of your organization/ },
  })
})
