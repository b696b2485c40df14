import {
  address,
  bool,
  bytes,
  choice,
  ED25519_PUBLIC_KEY_SIZE_BYTES,
  type FieldValue,
  hash,
  list,
  message,
  optional,
  text,
  uint,
} from '@hanse/protocol'
import { hanse } from '../../generated/organizations.js'
import { partyId, reference } from '../fields.ts'
import { OPERATORS_PER_PARTY_MAX } from './limits.ts'

const wire = hanse.organizations.v1

/** What a party may do on the chain. A party can have several. */
export const ROLES = [
  'core',
  'supplier',
  'bank',
  'clearing-bank',
  'tax-authority',
  'regulator',
  'sanctions-desk',
  'court',
  'platform',
  'registrar',
] as const
export type Role = (typeof ROLES)[number]

/** Know your customer: only `ACTIVE`, before its `validUntilMs`, lets a party act. */
export const KYC_STATES = ['NONE', 'PENDING', 'ACTIVE', 'SUSPENDED', 'EXPIRED', 'REVOKED'] as const
export type KycStatus = (typeof KYC_STATES)[number]

/** A maker starts what needs four eyes, a checker confirms it. One operator can be both, but never for the same call. */
export const OPERATOR_ROLES = ['maker', 'checker'] as const
export type OperatorRole = (typeof OPERATOR_ROLES)[number]

export const kycCodec = message(wire.Kyc, {
  status: choice(...KYC_STATES),
  validUntilMs: optional(uint()),
  vcHash: optional(hash()),
  reason: optional(reference()),
  changedAtMs: uint(),
})
export type Kyc = FieldValue<typeof kycCodec>

const partyTerms = {
  partyId: partyId(),
  name: text({ max: 140 }),
  country: text({ max: 2, pattern: /^[A-Z]{2}$/, description: 'ISO 3166-1 alpha-2', words: 'a country in two capital letters' }),
  lei: optional(text({ max: 20, description: 'ISO 17442' })),
  uscc: optional(text({ max: 18, description: 'GB 32100' })),
  bic: optional(text({ max: 11, description: 'ISO 9362' })),
  cnaps: optional(text({ max: 12, description: 'twelve digits' })),
  gln: optional(text({ max: 13, description: 'GS1 Global Location Number' })),
  roles: list(choice(...ROLES), { min: 1, max: ROLES.length }),
}

export const partyTermsCodec = message(wire.PartyTerms, partyTerms)
export type PartyTerms = FieldValue<typeof partyTermsCodec>

export const partyCodec = message(wire.Party, {
  ...partyTerms,
  kyc: kycCodec,
  registeredAtMs: uint(),
  operators: list(address(), { max: OPERATORS_PER_PARTY_MAX }),
})
/** A registered organization. `operators` are the addresses of all its keys, revoked ones too. */
export type Party = FieldValue<typeof partyCodec>

const operatorTerms = {
  algorithm: uint({ max: 255 }),
  publicKey: bytes({ min: ED25519_PUBLIC_KEY_SIZE_BYTES, max: 65 }),
  roles: list(choice(...OPERATOR_ROLES), { min: 1, max: OPERATOR_ROLES.length }),
  personRef: text({ max: 64, description: 'the same text on all keys of one person, a pseudonym of the party’s own' }),
}

export const operatorTermsCodec = message(wire.OperatorTerms, operatorTerms)
export type OperatorTerms = FieldValue<typeof operatorTermsCodec>

export const operatorCodec = message(wire.Operator, {
  address: address(),
  partyId: partyId(),
  ...operatorTerms,
  status: choice('active', 'revoked'),
  addedAtMs: uint(),
  revokedAtMs: optional(uint()),
})
/** A key that may sign for a party. */
export type Operator = FieldValue<typeof operatorCodec>

/** A call that one operator wants and that another of the same party has still to send. */
export const proposalCodec = message(wire.Proposal, {
  partyId: partyId(),
  callDigest: hash(),
  proposer: address(),
  expiresAtMs: uint(),
  note: optional(reference()),
})
export type Proposal = FieldValue<typeof proposalCodec>

export const firstUseCodec = message(wire.FirstUse, { txId: hash(), height: uint() })

export const genesisCodec = message(wire.Genesis, {
  parties: list(
    message(wire.GenesisParty, {
      party: partyTermsCodec,
      operators: list(operatorTermsCodec, { min: 2, max: OPERATORS_PER_PARTY_MAX }),
      kycValidUntilMs: optional(uint()),
    }),
    { max: 10_000 },
  ),
})
/** Parties that are there from the start; one with `kycValidUntilMs` is ACTIVE until then. */
export type OrganizationsGenesis = FieldValue<typeof genesisCodec>

export const partyViewCodec = message(wire.PartyView, { party: partyCodec, account: address(), active: bool() })
export type PartyView = FieldValue<typeof partyViewCodec>
