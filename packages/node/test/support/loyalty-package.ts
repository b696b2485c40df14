import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** A module of one's own, as small as one can be: points of a party, and who has how many. */
export const LOYALTY_SOURCE = `
import { reject, ok } from '@hanse/primitives'
import { defineMessage, text, uint } from '@hanse/protocol'
import { defineCommand, defineEvent, defineQuery, type Module, table } from '@hanse/state'
import { LIMIT } from './limit.ts'

const partyId = (): ReturnType<typeof text> => text({ max: 64 })
const points = table({ module: 'loyalty', name: 'points', value: defineMessage({ points: [1, uint()] }) })

export const module: Module = {
  name: 'loyalty',
  version: 1,
  summary: 'Points that a firm gives to its customers',
  commands: {
    grant: defineCommand({
      summary: 'gives points',
      params: defineMessage({ to: [1, partyId()], points: [2, uint()] }),
      execute: (_context, state, params) => {
        const before = points.get(state, params.to)?.points ?? 0
        if (before + params.points > LIMIT) return reject('loyalty/too-many', 'more than anyone may have')
        points.put(state, params.to, { points: before + params.points })
        state.emit({ module: 'loyalty', type: 'granted', attributes: [{ key: 'to', value: params.to }] })
        return undefined
      },
    }),
  },
  queries: {
    balance: defineQuery({
      summary: 'how many points',
      args: defineMessage({ partyId: [1, partyId()] }),
      result: uint(),
      read: (_block, state, args) => ok(points.get(state, args.partyId)?.points ?? 0),
    }),
  },
  events: { granted: defineEvent({ summary: 'a firm gave points', attributes: { to: partyId() } }) },
  invariants: {},
  uses: [],
  initGenesis: (_block, state, genesis) => {
    if (genesis === undefined) return
    const { partyId, points: first } = genesis as { partyId: string; points: number }
    points.put(state, partyId, { points: first })
  },
}
`

export const PACKAGE_JSON = { name: 'loyalty', version: '1.0.0', type: 'module', exports: './src/module.ts' }

/** Writes a package: texts by path, package.json as an object. */
export async function writePackage(
  dir: string,
  files: Readonly<Record<string, string>> = {},
  packageJson: object = PACKAGE_JSON,
): Promise<string> {
  const all = {
    'package.json': JSON.stringify(packageJson),
    'src/module.ts': LOYALTY_SOURCE,
    'src/limit.ts': 'export const LIMIT = 1000\n',
    ...files,
  }
  for (const [path, content] of Object.entries(all)) {
    await mkdir(dirname(join(dir, path)), { recursive: true })
    await writeFile(join(dir, path), content)
  }
  return dir
}
