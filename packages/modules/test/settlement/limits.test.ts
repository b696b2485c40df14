import { test } from 'tap'
import { address, both } from '../cast.ts'
import { openDesk } from '../receivables/desk.ts'

const ISSUER = both('settlement-bank')

test('what a party is owed beyond its limit waits for it, and is fetched when there is room', (t) => {
  const desk = openDesk()
  desk.active('SH-1')
  const expiresAtMs = desk.harness.timeMs + 86_400_000
  const request = { certNo: 'SH-1', annualRatePpm: 38_500, recourse: false, expiresAtMs }
  t.equal(desk.send([address('nanhai')], 'requestFinance', request), 'success')
  const bid = { certNo: 'SH-1', annualRatePpm: 38_500, bank: 'bank-a', seller: 'nanhai', recourse: false, outstanding: '100000000' }
  t.equal(desk.send([address('bank-a')], 'finance', bid), 'success')
  const limits = { bank: 'bank-a', currency: 'CNY' }
  const held = desk.balance('bank-a')
  t.equal(desk.send(ISSUER, 'setLimits', { ...limits, holdLimit: held }, 'payments'), 'success')
  const claim = { partyId: 'bank-a', currency: 'CNY' }
  t.equal(desk.send([address('bank-a')], 'claimParked', claim, 'settlement'), 'settlement/nothing-parked')
  t.equal(desk.send(both('shunhe'), 'redeem', { certNo: 'SH-1' }), 'success', 'a full bank does not stop the redemption')
  t.equal(desk.balance('bank-a'), held)
  t.match(desk.query('limits', claim, 'settlement'), { held, holdLimit: held, parked: '100000000', reserved: '0' })
  t.equal(desk.send([address('bank-a')], 'claimParked', claim, 'settlement'), 'settlement/hold-limit')
  t.equal(desk.send([address('bank-b')], 'claimParked', claim, 'settlement'), 'organizations/wrong-party')
  t.equal(desk.send(ISSUER, 'setLimits', limits, 'payments'), 'success')
  t.equal(desk.send([address('bank-a')], 'claimParked', claim, 'settlement'), 'success')
  t.equal(desk.balance('bank-a'), `${BigInt(held) + 100_000_000n}`)
  t.end()
})

test('limits hold for every transfer, and say what they are', (t) => {
  const desk = openDesk()
  const limits = { bank: 'bank-a', currency: 'CNY', holdLimit: '1000000100', transactionLimit: '5000' }
  t.equal(desk.send(ISSUER, 'setLimits', limits, 'payments'), 'success')
  const pay = { from: 'bank-b', to: 'bank-a', currency: 'CNY', amount: '101', reference: 'x' }
  t.equal(desk.send([address('bank-b')], 'transfer', pay, 'settlement'), 'settlement/hold-limit')
  t.equal(desk.send([address('bank-b')], 'transfer', { ...pay, amount: '100' }, 'settlement'), 'success')
  const back = { ...pay, from: 'bank-a', to: 'bank-b', amount: '5001' }
  t.equal(desk.send([address('bank-a')], 'transfer', back, 'settlement'), 'settlement/transaction-limit')
  t.equal(desk.send([address('bank-a')], 'transfer', { ...back, amount: '5000' }, 'settlement'), 'success')
  t.match(desk.query('limits', { partyId: 'bank-a', currency: 'CNY' }, 'settlement'), {
    holdLimit: '1000000100',
    transactionLimit: '5000',
    held: '999995100',
  })
  t.end()
})

test('a redemption passes through a clearing bank that is full; what it keeps of it as a holder waits', (t) => {
  const desk = openDesk()
  const seller = [address('nanhai')]
  desk.active('SH-1')
  t.equal(desk.send(seller, 'split', { certNo: 'SH-1', shares: ['60000000', '40000000'] }), 'success')
  const terms = { certNo: 'SH-1.2', annualRatePpm: 38_500, recourse: false }
  const request = { ...terms, expiresAtMs: desk.harness.timeMs + 86_400_000 }
  t.equal(desk.send(seller, 'requestFinance', request), 'success')
  const own = { currency: 'CNY', to: 'settlement-bank', amount: '50000000', reference: 'its own' }
  t.equal(desk.send(ISSUER, 'mint', own, 'settlement'), 'success')
  const bid = { ...terms, bank: 'settlement-bank', seller: 'nanhai', outstanding: '40000000' }
  t.equal(desk.send([address('settlement-bank')], 'finance', bid), 'success')
  const [held, paid] = [desk.balance('settlement-bank'), desk.balance('nanhai')]
  t.equal(desk.send(ISSUER, 'setLimits', { bank: 'settlement-bank', currency: 'CNY', holdLimit: held }, 'payments'), 'success')
  t.equal(desk.send(both('shunhe'), 'redeem', { certNo: 'SH-1' }), 'success')
  t.equal(BigInt(desk.balance('nanhai')) - BigInt(paid), 60_000_000n)
  t.match(desk.query('limits', { partyId: 'settlement-bank', currency: 'CNY' }, 'settlement'), { held, parked: '40000000' })
  t.end()
})

test('a bank that is full is paid by recourse all the same, within what the other may pay at once', (t) => {
  const desk = openDesk()
  desk.active('SH-1')
  const sell = (seller: string, bank: string, recourse: boolean): void => {
    const terms = { certNo: 'SH-1', annualRatePpm: 38_500, recourse }
    const request = { ...terms, expiresAtMs: desk.harness.timeMs + 86_400_000 }
    t.equal(desk.send([address(seller)], 'requestFinance', request), 'success')
    t.equal(desk.send([address(bank)], 'finance', { ...terms, bank, seller, outstanding: '100000000' }), 'success')
  }
  sell('nanhai', 'bank-a', false)
  sell('bank-a', 'bank-b', true)
  desk.later(124)
  t.equal(desk.send([address('nanhai')], 'declareOverdue', { certNo: 'SH-1' }), 'success')
  t.equal(desk.send([address('bank-b')], 'claimRecourse', { certNo: 'SH-1' }), 'success')
  const held = desk.balance('bank-b')
  const limit = (bank: string, most: { readonly [key: string]: string }): string =>
    desk.send(ISSUER, 'setLimits', { bank, currency: 'CNY', ...most }, 'payments')
  t.equal(limit('bank-b', { holdLimit: held }), 'success')
  t.equal(limit('bank-a', { transactionLimit: '99999999' }), 'success')
  t.equal(desk.send([address('bank-a')], 'payRecourse', { certNo: 'SH-1' }), 'settlement/transaction-limit')
  t.equal(limit('bank-a', {}), 'success')
  t.equal(desk.send([address('bank-a')], 'payRecourse', { certNo: 'SH-1' }), 'success')
  t.match(desk.query('limits', { partyId: 'bank-b', currency: 'CNY' }, 'settlement'), { held, parked: '100000000' })
  t.end()
})
