import { test } from 'tap'
import { address, both, DAY_MS, START_MS } from '../cast.ts'
import { HASH, ISSUE, invoiceCall, openDesk } from './desk.ts'

const SMALL = 113_000n
const OFFERS = 32
const INVOICES = 32

test('offers that are made and taken back by the thousand do not delay the end of a freeze', (t) => {
  const desk = openDesk()
  desk.active('SH-1')
  desk.active('SH-2', { seller: 'sanshui' })
  const until = START_MS + 10 * DAY_MS
  t.equal(desk.send([address('court')], 'freeze', { certNo: 'SH-2', orderHash: HASH, expiresAtMs: until }), 'success')
  t.equal(desk.send(both('shunhe'), 'redeem', { certNo: 'SH-2' }), 'success')
  const offer = { certNo: 'SH-1', to: 'gaoming', tradeDocumentHash: HASH, expiresAtMs: until - 1_000 }
  const calls = Array.from({ length: 64 }, (_, index) =>
    index % 2 === 0
      ? { module: 'receivables', command: 'transfer', json: offer }
      : { module: 'receivables', command: 'cancelTransfer', json: { certNo: 'SH-1' } },
  )
  for (let round = 0; round < 20; round++) t.equal(desk.run({ signers: [address('nanhai')], calls }), 'success')
  desk.harness.block([], { timeMs: until })
  t.equal(desk.balance('sanshui'), '100000000')
  t.end()
})

test('offers that lapse together are worked off block by block, and never outgrow the receipt of one', (t) => {
  const desk = openDesk()
  const acceptUntilMs = START_MS + DAY_MS
  for (let offer = 0; offer < OFFERS; offer++) {
    const issues = Array.from({ length: INVOICES }, (_, index) =>
      invoiceCall(`2644${`${offer * INVOICES + index}`.padStart(16, '0')}`, SMALL),
    )
    t.equal(desk.run({ signers: [address('nanhai')], calls: issues.map(({ call }) => call) }), 'success')
    const invoices = issues.map(({ invoiceId }) => ({ invoiceId, amount: `${SMALL}` }))
    t.equal(desk.send(both('shunhe'), 'issue', { ...ISSUE, certNo: `Z-${offer}`, acceptUntilMs, invoices }), 'success')
  }
  const open = (): number =>
    Array.from({ length: OFFERS }, (_, offer) => desk.certificate(`Z-${offer}`)).filter(({ status }) => status === 'OFFERED').length
  const left: number[] = []
  for (const ms of [2 * DAY_MS, 1_000, 1_000]) {
    const { blockReceipt } = desk.harness.advance(ms)
    t.ok((blockReceipt?.events.length ?? 0) <= 1_024, `${blockReceipt?.events.length} events`)
    left.push(open())
  }
  t.ok((left[0] as number) > 0 && (left[0] as number) < OFFERS, `${left[0]} wait for the next block`)
  t.equal(left.at(-1), 0)
  t.equal(desk.send([address('nanhai')], 'accept', { certNo: 'Z-31' }), 'receivables/ended', 'late or not, it had ended')
  t.end()
})

test('what is due is due, though a block has not come to it yet', (t) => {
  const desk = openDesk()
  const seller = [address('nanhai')]
  const shares = (count: number, each: number): string[] => Array.from({ length: count }, () => `${each}`)
  for (const certNo of ['SH-1', 'SH-2']) {
    desk.active(certNo)
    t.equal(desk.send(seller, 'split', { certNo, shares: shares(16, 6_250_000) }), 'success')
    for (let place = 1; place <= 16; place++) {
      t.equal(desk.send(seller, 'split', { certNo: `${certNo}.${place}`, shares: shares(8, 781_250) }), 'success')
    }
  }
  // 290 deadlines at one moment, of which a block works off 200.
  const last = 'SH-2.16.8'
  const dueMs = START_MS + 120 * DAY_MS - 8 * 3_600_000
  desk.harness.advance(dueMs - 5_000 - desk.harness.timeMs)
  t.match(desk.certificate(last), { status: 'ACTIVE' })
  const offer = { certNo: last, to: 'sanshui', tradeDocumentHash: HASH, expiresAtMs: dueMs + DAY_MS }
  const { receipts } = desk.harness.block([{ signers: seller, calls: [{ module: 'receivables', command: 'transfer', json: offer }] }], {
    timeMs: dueMs,
  })
  t.match(receipts, [{ outcome: 'rejected', code: 'receivables/matured' }])
  t.match(desk.certificate(last), { status: 'ACTIVE' }, 'not swept')
  desk.harness.advance(1_000)
  t.match(desk.certificate(last), { status: 'MATURED' })
  t.end()
})
