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
  readonly kind: 'bank' | 'core firm' | 'supplier' | 'restaurant' | 'tax authority' | 'regulator'
}

/** Whom the stories of the supply chain and of Foshan have. */
const CHINA: readonly DemoParty[] = [
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
    partyId: 'lecong',
    name: 'Foshan Lecong Furniture Import Co., Ltd.',
    country: 'CN',
    roles: ['core'],
    uscc: '91440606MADEM5005J',
    kind: 'core firm',
  },
  {
    partyId: 'diyi',
    name: 'Foshan Diyi Auto Parts Co., Ltd.',
    country: 'CN',
    roles: ['core'],
    uscc: '91440604MADEM60060',
    kind: 'core firm',
  },
  {
    partyId: 'diyi-trading',
    name: 'Foshan Diyi Trading Co., Ltd.',
    country: 'CN',
    roles: ['supplier'],
    uscc: '91440604MADEM7007A',
    kind: 'supplier',
  },
  {
    partyId: 'restaurant',
    name: 'Lingnan Restaurant Co., Ltd.',
    country: 'CN',
    roles: ['supplier'],
    uscc: '91440604MADEM8008L',
    kind: 'restaurant',
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

/** The other side of the border, and who exchanges between the two. */
const ABROAD: readonly DemoParty[] = [
  {
    partyId: 'go-viet',
    name: 'Công ty TNHH Bình Dương Gỗ Việt',
    country: 'VN',
    roles: ['supplier'],
    lei: '300300DEMVNGOVT00743',
    kind: 'supplier',
  },
  {
    partyId: 'viet-bank',
    name: 'Demo Bank of Vietnam',
    country: 'VN',
    roles: ['bank'],
    lei: '300300DEMVNBANK00140',
    bic: 'DEMVVNV0XXX',
    kind: 'bank',
  },
  {
    partyId: 'dong-issuer',
    name: 'Demo Issuer of Dong',
    country: 'VN',
    roles: ['bank'],
    lei: '300300DEMVNDISS00116',
    kind: 'bank',
  },
  {
    partyId: 'fx-bank',
    name: 'Demo Exchange Bank',
    country: 'HK',
    roles: ['bank'],
    lei: '300300DEMHKLPRV00125',
    bic: 'DEMXHKH0XXX',
    kind: 'bank',
  },
  {
    partyId: 'tax-vn',
    name: 'Demo Tax Authority of Vietnam',
    country: 'VN',
    roles: ['tax-authority'],
    lei: '300300DEMVNTAXA00190',
    kind: 'tax authority',
  },
]

export const DEMO_PARTIES: readonly DemoParty[] = [...CHINA, ...ABROAD]

/** Every demo party has a maker, who starts things, and a checker, who is the second pair of eyes. */
export type DemoOperator = 'maker' | 'checker'

export function operatorKey(partyId: string, operator: DemoOperator): DemoKey {
  return demoKey(`${partyId}/${operator}`)
}

/** Kinds that are always counted; the others only where there are several. */
const COUNTED: ReadonlySet<DemoParty['kind']> = new Set(['bank', 'core firm', 'supplier'])

function counted(kind: DemoParty['kind'], count: number): string {
  if (count > 1) return `${count} ${kind.endsWith('y') ? `${kind.slice(0, -1)}ies` : `${kind}s`}`
  return COUNTED.has(kind) ? `1 ${kind}` : kind
}

/** `5 banks, 3 core firms, 5 suppliers, restaurant, 2 tax authorities, regulator`. */
export function describeCast(parties: readonly DemoParty[]): string {
  const counts = new Map<DemoParty['kind'], number>()
  for (const { kind } of parties) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts].map(([kind, count]) => counted(kind, count)).join(', ')
}
