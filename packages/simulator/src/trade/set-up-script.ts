import { LINE_ID, SANCTIONS, sanctionsList, TODAY } from './cast.ts'
import { alone, callOf, drawHash, fourEyes, type Script, type ScriptWorld, SUCCESS, send, type TradeCall } from './script.ts'

const MUCH = '100000000000000'
/** What a bank may hold that no payment across the border fits into. */
const CAP = '1'
/** So many heights ahead the sanctions list is published: a block may take a while. */
const NOTICE_HEIGHTS = 4

/** What must be there before anybody trades. */
export function* setUp(world: ScriptWorld): Script {
  const month = { currency: 'CNY', period: TODAY.slice(0, 7), limit: MUCH }
  const limit = { bank: 'capped-bank', currency: 'VND', holdLimit: CAP }
  yield {
    calls: [
      callOf('invoices', 'grantQuota', alone('tax'), { ...month, sellerId: 'nanhai' }),
      callOf('receivables', 'grantLine', fourEyes('funder'), { lineId: LINE_ID, core: 'core', currency: 'CNY', limit: MUCH }),
      callOf('payments', 'setLimits', fourEyes('sbv'), limit),
    ],
  }
  for (let notice = NOTICE_HEIGHTS; ; notice *= 2) {
    const effectiveFrom = world.height + notice
    if ((yield* send(listUpdate(world, effectiveFrom))) !== SUCCESS) continue
    yield { untilHeight: effectiveFrom }
    return
  }
}

function listUpdate({ prng }: ScriptWorld, effectiveFrom: number): TradeCall {
  const update = { listId: SANCTIONS, ...sanctionsList().head, documentHash: drawHash(prng), effectiveFrom }
  return callOf('supervision', 'updateList', fourEyes('desk'), update, [SUCCESS, 'supervision/bad-height'])
}
