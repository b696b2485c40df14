/** The documents that EN 16931 judges. */
export const UBL_KINDS = ['invoice', 'credit-note'] as const
export type UblKind = (typeof UBL_KINDS)[number]
