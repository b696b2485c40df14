import { type DemoKey, demoKey } from './demo-keys.ts'

/** A firm of the demo stories, with its two operators. Firms and codes are fictional; every check digit is valid. */
export interface DemoParty {
  readonly partyId: string
  readonly name: string
  readonly country: string
  readonly roles: readonly string[]
  readonly lei?: string
  readonly uscc?: string
  readonly bic?: string
  /** What people call it in the devnet's transcript. */
  readonly kind: 'bank' | 'core firm' | 'supplier' | 'tax authority' | 'regulator'
}

export const DEMO_PARTIES: readonly DemoParty[] = [
  {
    partyId: 'bank-a',
    name: 'Demo Bank A',
    country: 'CN',
    roles: ['bank', 'clearing-bank'],
    uscc: '91440600MADEMBKA11',
    bic: 'DEMACNB0XXX',
    kind: 'bank',
  },
  { partyId: 'bank-b', name: 'Demo Bank B', country: 'CN', roles: ['bank'], uscc: '91440600MADEMBKB25', bic: 'DEMBCNB0XXX', kind: 'bank' },
  {
    partyId: 'shunhe',
    name: 'Foshan Shunhe Appliance Co., Ltd.',
    country: 'CN',
    roles: ['core', 'employer'],
    lei: '300300DEMFSSHAPP0163',
    uscc: '91440606MADEM10019',
    kind: 'core firm',
  },
  {
    partyId: 'nanhai',
    name: 'Nanhai Precision Mould Co., Ltd.',
    country: 'CN',
    roles: ['supplier'],
    uscc: '91440605MADEM20025',
    kind: 'supplier',
  },
  {
    partyId: 'sanshui',
    name: 'Sanshui Fastener Co., Ltd.',
    country: 'CN',
    roles: ['supplier'],
    uscc: '91440607MADEM3003C',
    kind: 'supplier',
  },
  {
    partyId: 'gaoming',
    name: 'Gaoming Coating Co., Ltd.',
    country: 'CN',
    roles: ['supplier', 'employer'],
    uscc: '91440608MADEM40045',
    kind: 'supplier',
  },
  {
    partyId: 'tax',
    name: 'Demo Tax Authority',
    country: 'CN',
    roles: ['tax-authority'],
    uscc: '11440600MADEMTAX5J',
    kind: 'tax authority',
  },
  {
    partyId: 'regulator',
    name: 'Demo Financial Regulator',
    country: 'CN',
    roles: ['regulator', 'registrar'],
    uscc: '11440000MADEMREG6Q',
    kind: 'regulator',
  },
]

/** Every demo party has a maker, who starts things, and a checker, who is the second pair of eyes. */
export type DemoOperator = 'maker' | 'checker'

export function operatorKey(partyId: string, operator: DemoOperator): DemoKey {
  return demoKey(`${partyId}/${operator}`)
}

/** `2 banks, 1 core firm, 3 suppliers, tax authority, regulator`. */
export function describeCast(parties: readonly DemoParty[]): string {
  const counts = new Map<string, number>()
  for (const { kind } of parties) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts]
    .map(([kind, count]) =>
      kind === 'bank' || kind === 'core firm' || kind === 'supplier' ? `${count} ${kind}${count === 1 ? '' : 's'}` : kind,
    )
    .join(', ')
}
