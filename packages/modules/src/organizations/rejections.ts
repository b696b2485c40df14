import { type RejectionTable, refuserOf } from '../rejection-table.ts'

/**
 * Every code this module refuses with; who may sign has reason codes of ISO 20022, those of electronic signatures among them.
 * `tx/duplicate-client-ref` is of the transaction as a whole.
 */
export const ORGANIZATIONS_REJECTIONS = {
  'organizations/unknown-operator': {
    meaning: 'a signer is not an operator of any registered party',
    hint: 'Sign with a registered operator key, or let the party add this one with addOperator.',
    iso20022: 'DS14',
  },
  'organizations/operator-revoked': {
    meaning: 'a signer’s operator key was revoked',
    hint: 'Sign with an active operator key of the party.',
    iso20022: 'DS0C',
  },
  'organizations/party-revoked': {
    meaning: 'the signer’s party was excluded from the chain',
    hint: 'Only the registrar can say why.',
    iso20022: 'RR04',
  },
  'organizations/unknown-party': { meaning: 'no party has this id', hint: 'List the parties with the query `parties`.' },
  'organizations/party-not-active': {
    meaning: 'the party’s KYC is not ACTIVE, or its validity has ended',
    hint: 'The registrar renews KYC with setKyc.',
    iso20022: 'RR04',
  },
  'organizations/missing-role': {
    meaning: 'the party does not have the role that this command asks for',
    hint: 'Send it for a party that has the role.',
    iso20022: 'DS0G',
  },
  'organizations/wrong-party': {
    meaning: 'no signer is an operator of the party that must act',
    hint: 'Sign, or co-sign, with an operator key of that party.',
    iso20022: 'DS0H',
  },
  'organizations/four-eyes-required': {
    meaning: 'one operator alone asked for what needs two, and no open proposal of another names this call',
    hint: 'Co-sign with a second operator, or let a maker `propose` the call’s digest first.',
    iso20022: 'DS0A',
  },
  'organizations/self-approval': {
    meaning: 'the second pair of eyes belongs to the person who made the proposal',
    hint: 'Another operator, of another person, must confirm.',
    iso20022: 'DS26',
  },
  'organizations/maker-checker': {
    meaning: 'the two operators are not one maker and one checker',
    hint: 'A maker proposes, a checker confirms; see the operators’ roles.',
    iso20022: 'DS0G',
  },
  'organizations/proposer-inactive': {
    meaning: 'the operator who proposed was revoked since',
    hint: 'Another maker proposes the call again.',
    iso20022: 'DS0D',
  },
  'organizations/proposal-expired': { meaning: 'the proposal’s time is over', hint: 'Propose the call again.', iso20022: 'DS24' },
  'organizations/too-many-proposals': {
    meaning: 'as many calls of the party are proposed as may wait at once',
    hint: 'Confirm or withdraw some, or let them expire.',
  },
  'organizations/proposal-exists': {
    meaning: 'the party has an open proposal of this call',
    hint: 'Confirm it by sending the call, or withdraw it.',
  },
  'organizations/no-proposal': { meaning: 'the party has no open proposal of this call', hint: 'See the query `proposal`.' },
  'organizations/bad-expiry': {
    meaning: 'a deadline is in the past or too far ahead',
    hint: 'Choose a time after the block’s and within 30 days.',
  },
  'organizations/bad-lei': {
    meaning: 'the LEI fails ISO 17442’s form or check digits',
    hint: 'Copy the LEI from its register; the last two digits are MOD 97-10.',
  },
  'organizations/bad-uscc': {
    meaning: 'the USCC fails GB 32100’s form or check character',
    hint: 'Copy all 18 characters; I, O, S, V and Z never occur.',
  },
  'organizations/bad-bic': { meaning: 'the BIC is not of ISO 9362’s form', hint: '8 or 11 characters, country in the fifth and sixth.' },
  'organizations/bad-cnaps': { meaning: 'the CNAPS number is not 12 digits', hint: 'Copy the bank’s 12 digits.' },
  'organizations/bad-gln': { meaning: 'the GLN fails its form or check digit', hint: '13 digits, the last by GS1’s modulo 10.' },
  'organizations/bad-country': {
    meaning: 'the country is not an assigned code of ISO 3166-1',
    hint: 'Two capital letters, such as CN or VN.',
  },
  'organizations/no-identifier': { meaning: 'the party has neither LEI nor USCC', hint: 'Give at least one of them.' },
  'organizations/duplicate-party': { meaning: 'the party id is taken', hint: 'Choose another id.' },
  'organizations/duplicate-lei': { meaning: 'another party has this LEI', hint: 'One legal entity is one party.' },
  'organizations/duplicate-uscc': { meaning: 'another party has this USCC', hint: 'One legal entity is one party.' },
  'organizations/duplicate-role': { meaning: 'a role stands twice in a list', hint: 'Name each role once.' },
  'organizations/duplicate-owner': { meaning: 'an owner stands twice in a list', hint: 'Name each owner once.' },
  'organizations/platform-alone': {
    meaning: 'a platform would have another role',
    hint: 'A platform has no account and owes nothing to anybody: register the other business as a party of its own.',
  },
  'organizations/bad-public-key': {
    meaning: 'the key’s algorithm is not in use, or the key is not a valid one of it',
    hint: 'Use algorithm 1, Ed25519, with 32 bytes that are a point of full order.',
  },
  'organizations/operator-exists': {
    meaning: 'the key is, or was, an operator’s',
    hint: 'A key is registered once, for one party; make a new one.',
  },
  'organizations/not-own-operator': { meaning: 'the address is not an active operator of the party', hint: 'See the party’s operators.' },
  'organizations/too-few-operators': {
    meaning: 'what remains could no longer satisfy four eyes: it needs a maker and a checker who are two people',
    hint: 'Add an operator first, or rotate the key.',
  },
  'organizations/too-many-operators': {
    meaning: 'the party has had as many keys as it may have',
    hint: 'Ask the consortium; the limit counts revoked keys.',
  },
  'organizations/kyc-transition': {
    meaning: 'KYC cannot move from its present state to this one',
    hint: 'See the life cycle of KYC in the module’s README.',
  },
  'organizations/last-registrar': {
    meaning: 'no other registrar could act, and only a registrar moves KYC',
    hint: 'Let the registrar register a second one and make its KYC ACTIVE first.',
  },
  'organizations/kyc-evidence': {
    meaning: 'ACTIVE needs the hash of the credential and the end of its validity; other states take neither',
    hint: 'Give vcHash and a validUntilMs that lies ahead.',
  },
  'organizations/kyc-reason': { meaning: 'a suspension or an exclusion must say why', hint: 'Give `reason`.' },
  'tx/duplicate-client-ref': {
    meaning: 'the party has used this clientRef in a transaction that succeeded',
    hint: 'Ask for the first transaction’s receipt; use a new clientRef for a new transaction.',
    iso20022: 'AM05',
  },
} as const satisfies RejectionTable

export const refuse = refuserOf(ORGANIZATIONS_REJECTIONS)
