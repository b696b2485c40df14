import { amount, type FieldValue, hash, list, message, optional, text, uint } from '@hanse/protocol'
import { hanse } from '../../generated/settlement.js'
import { CURRENCIES } from '../currencies.ts'
import { currency, partyId } from '../fields.ts'

const wire = hanse.settlement.v1
/** Balances that a genesis may open. */
const GENESIS_BALANCES_MAX = 100_000

export const currencyRecordCodec = message(wire.Currency, {
  issuer: partyId(),
  minted: amount(),
  redeemed: amount(),
  fourEyesFrom: optional(amount()),
})
/** A currency on this chain. Its supply is `minted − redeemed`. A payer needs four eyes from `fourEyesFrom` minor units in one transaction on. */
export type CurrencyRecord = FieldValue<typeof currencyRecordCodec>

export const balanceCodec = message(wire.Balance, { amount: amount() })

const limits = { holdLimit: optional(amount()), transactionLimit: optional(amount()) }
export const limitsCodec = message(wire.Limits, limits)
/** What a currency's issuer lets a party hold, what it reserved included, and pay at once. Absent: as much as there is. */
export type Limits = FieldValue<typeof limitsCodec>

/** What a payer has paid in one transaction without four eyes, below `fourEyesFrom` in all. */
export const paidAloneCodec = message(wire.PaidAlone, { txId: hash(), amount: amount() })

export const genesisCodec = message(wire.Genesis, {
  currencies: list(message(wire.GenesisCurrency, { currency: currency(), issuer: partyId(), fourEyesFrom: optional(amount()) }), {
    max: CURRENCIES.length,
  }),
  balances: list(message(wire.GenesisBalance, { partyId: partyId(), currency: currency(), amount: amount() }), {
    max: GENESIS_BALANCES_MAX,
  }),
})
/** The currencies of the chain with their issuers, and balances minted at the start. */
export type SettlementGenesis = FieldValue<typeof genesisCodec>

export const balanceArgsCodec = message(wire.BalanceArgs, { partyId: partyId(), currency: currency() })
export const partyArgsCodec = message(wire.PartyArgs, { partyId: partyId() })
export const currencyArgsCodec = message(wire.CurrencyArgs, { currency: currency() })
export const noArgsCodec = message(wire.NoArgs, {})

export const balanceViewCodec = message(wire.BalanceView, {
  account: text({ max: 128 }),
  currency: currency(),
  exponent: uint({ max: 4 }),
  amount: amount(),
})
export type BalanceView = FieldValue<typeof balanceViewCodec>
export const balanceListCodec = message(wire.BalanceList, { items: list(balanceViewCodec, { max: CURRENCIES.length }) })

export const supplyViewCodec = message(wire.SupplyView, {
  currency: currency(),
  exponent: uint({ max: 4 }),
  issuer: partyId(),
  minted: amount(),
  redeemed: amount(),
  outstanding: amount(),
  fourEyesFrom: optional(amount()),
})
export type SupplyView = FieldValue<typeof supplyViewCodec>
export const supplyListCodec = message(wire.SupplyList, { items: list(supplyViewCodec, { max: CURRENCIES.length }) })

export const limitsViewCodec = message(wire.LimitsView, {
  partyId: partyId(),
  currency: currency(),
  ...limits,
  held: amount(),
  reserved: amount(),
  parked: amount(),
})
