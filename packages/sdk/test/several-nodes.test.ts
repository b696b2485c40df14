import { createClient, NotFinalInTime } from '@hanse/sdk'
import { test } from 'tap'
import { killAll, startTestNetwork } from '../../../devnet/test/support/test-network.ts'
import { operatorKey } from '../../node/test/support/solo-genesis.ts'

const PAYMENTS = 120
const AT_ONCE = 12
/** The first node in the list is killed while this many payments are done. */
const DONE_BEFORE_THE_KILL = 30

test('on a network of four whose first node is killed, every payment is made once', { timeout: 180_000 }, async (t) => {
  const devnet = await startTestNetwork(t)
  const urls = devnet.nodes.map(({ rpcPort }) => `http://127.0.0.1:${rpcPort}`) as [string, ...string[]]
  const { genesisHash } = await createClient({ url: urls[0] }).call('node_info')
  const client = createClient({ urls, genesisHash, signers: [operatorKey('bank-a', 'maker')] })
  const waiting = Array.from({ length: PAYMENTS }, (_, index) => index + 1)
  const hashes = new Set<string>()
  let killed = false
  const pay = async (): Promise<void> => {
    for (let amount = waiting.pop(); amount !== undefined; amount = waiting.pop()) {
      const payment = { from: 'bank-a', to: 'tax', currency: 'CNY', amount: `${amount}`, reference: `payment ${amount}` } as const
      const receipt = await client.settlement.transfer(payment, { clientRef: `payment-${amount}` }).catch((error: unknown) => {
        if (error instanceof NotFinalInTime) t.fail(`payment ${amount}: ${error.message}, ${String(error.cause)}`)
        throw error
      })
      hashes.add(receipt.txId)
      if (hashes.size >= DONE_BEFORE_THE_KILL && !killed) {
        killed = true
        await killAll({ ...devnet, nodes: devnet.nodes.slice(0, 1) })
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, pay))
  t.ok(killed)
  t.equal(hashes.size, PAYMENTS, 'a receipt for each')
  const { value } = await client.settlement.query.balance({ partyId: 'tax', currency: 'CNY' })
  t.equal(value.amount, `${(PAYMENTS * (PAYMENTS + 1)) / 2}`, 'the sum, to the fen')
  const proven = await client.settlement.proof.balance({ partyId: 'tax', currency: 'CNY' })
  t.match(proven, { ok: true, value: { value: { amount: value.amount } } })
})
