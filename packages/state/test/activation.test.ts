import { type Hash, reject } from '@hanse/primitives'
import { type Json, paramsHash } from '@hanse/protocol'
import { type Test, test } from 'tap'
import { createLedger } from '../src/chain/create-ledger.ts'
import { createGenesisState } from '../src/chain/genesis-state.ts'
import { MemorySource } from '../src/harness/memory-source.ts'
import {
  countValue,
  createModuleHarness,
  type ExecutedBlock,
  type HarnessBlock,
  type InstalledModule,
  MissingModuleError,
  type Module,
  type ModuleHarness,
  type StateReader,
  type StateWriter,
  table,
} from '../src/index.ts'
import { addressOf, bodyOf, chainOf, transactionOf } from './support/chain.ts'
import { governorOf, pointsModule } from './support/governed.ts'

const HASH = `0x${'11'.repeat(32)}` as Hash
const OTHER = `0x${'22'.repeat(32)}` as Hash
const signers = [addressOf(1)]
const blockCounts = table({ module: 'points', name: 'blocks', value: countValue })
const blocksOf = (state: StateReader): number => blockCounts.get(state, 'all') ?? 0
const countUp = (state: StateWriter): void => blockCounts.put(state, 'all', blocksOf(state) + 1)

function harnessOf(
  installed: readonly InstalledModule[],
  genesisOf: Readonly<Record<string, Json>> = {},
  first: readonly Module[] = [],
): ModuleHarness {
  return createModuleHarness({ modules: [governorOf(genesisOf), ...first], installed })
}

function schedule(chain: ModuleHarness, proposal: string, height: number, version = 1, hash: Hash | 'none' = HASH): void {
  const json = { proposal, name: 'points', version, height, ...(hash === 'none' ? {} : { hash }) }
  const { outcome } = chain.send({ signers, calls: [{ module: 'governor', command: 'schedule', json }] })
  if (outcome !== 'success') throw new Error('not scheduled')
}

const add = (chain: ModuleHarness): string => {
  const { outcome, code } = chain.send({ signers, calls: [{ module: 'points', command: 'add', json: {} }] })
  return code ?? outcome
}

function events({ blockReceipt }: HarnessBlock): readonly string[] {
  return (blockReceipt?.events ?? []).map(({ type, attributes }) => `${type} ${attributes[0]?.value}`)
}

test('a module is in force from its height on, with the state that the vote carries', (t) => {
  const chain = harnessOf([pointsModule(1, HASH)], { a: 5 })
  const before = chain.advance(1).header.paramsHash
  schedule(chain, 'a', 5)
  t.equal(chain.height, 2)
  t.equal(add(chain), 'tx/unknown-module')
  t.same(
    chain.modules.entries.map(({ name }) => name),
    ['governor'],
  )
  t.equal(chain.advance(1).header.paramsHash, before, 'what is scheduled changes no header')
  const activation = chain.block([{ signers, calls: [{ module: 'points', command: 'add', json: {} }] }])
  t.equal(activation.height, 5)
  t.same(events(activation), ['activated a'])
  t.same(
    activation.receipts.map(({ outcome }) => outcome),
    ['success'],
    'its commands run in the very block',
  )
  const { params } = chainOf([]).genesis
  t.equal(activation.header.paramsHash, paramsHash(params, [{ name: 'points', version: 1, hash: HASH }]))
  t.not(activation.header.paramsHash, before)
  t.same(chain.query('points', 'count', {}), { ok: true, value: 6 })
  t.match(
    chain.query('points', 'count', {}, 4),
    { ok: false, error: { code: 'query/unknown-module' } },
    'at an older height: what was in force then',
  )
  t.equal(add(chain), 'success')
  t.same(chain.modules.entries, [
    { name: 'governor', version: 1 },
    { name: 'points', version: 1, hash: HASH },
  ])
  t.end()
})

test('a module that is part of the software comes by vote too, and stands in paramsHash', (t) => {
  const chain = harnessOf([pointsModule(1, undefined)])
  const { paramsHash: before } = chain.advance(1).header
  schedule(chain, 'a', 3, 1, 'none')
  t.not(chain.advance(1).header.paramsHash, before)
  t.equal(add(chain), 'success')
  t.end()
})

test('a higher version replaces a lower one in its place and finds its records; two are never in force', (t) => {
  const after: Module = { ...pointsModule(1, undefined), name: 'after', uses: ['points'], initGenesis: () => undefined }
  const chain = createModuleHarness({
    modules: [governorOf({ b: 100 }), pointsModule(1, HASH), after],
    installed: [pointsModule(2, OTHER)],
    genesis: { points: 1 },
  })
  t.equal(add(chain), 'success')
  schedule(chain, 'b', 3, 2, OTHER)
  t.same(events(chain.advance(1)), ['activated b'])
  t.same(
    chain.modules.entries.map(({ name, version }) => `${name} ${version}`),
    ['governor 1', 'points 2', 'after 1'],
  )
  t.same(chain.query('points', 'count', {}), { ok: true, value: 102 })
  t.equal(add(chain), 'success')
  t.same(chain.query('points', 'count', {}), { ok: true, value: 112 })
  schedule(chain, 'c', 6, 1, HASH)
  t.same(events(chain.advance(1)), ['failed c rules'], 'no way back to a lower version')
  t.equal(chain.modules.ordered[1]?.version, 2)
  t.end()
})

test('a vote for a mistake changes nothing, and the chain goes on', (t) => {
  const gatekeeper: Module = { ...pointsModule(1, undefined), name: 'gate', authorize: () => undefined, initGenesis: () => undefined }
  const rows: readonly (readonly [string, InstalledModule, string, readonly Module[]])[] = [
    ['uses a module that is not there', pointsModule(1, HASH, { uses: ['nobody'] }), 'failed a rules', []],
    ['a second gatekeeper', pointsModule(1, HASH, { authorize: () => undefined }), 'failed a rules', [gatekeeper]],
    ['a gatekeeper where there was none', pointsModule(1, HASH, { authorize: () => undefined }), 'failed a rules', []],
    ['a second governor', pointsModule(1, HASH, { onActivation: () => undefined }), 'failed a rules', []],
    ['initGenesis throws after it wrote', pointsModule(1, HASH), 'failed a genesis', []],
    [
      'initGenesis writes under another name',
      pointsModule(1, HASH, { initGenesis: (_block, state) => state.put(new TextEncoder().encode('governor\0x'), new Uint8Array([1])) }),
      'failed a genesis',
      [],
    ],
  ]
  for (const [name, module, event, first] of rows) {
    const chain = harnessOf([module], { a: 'bad' }, first)
    schedule(chain, 'a', 2)
    const plain = harnessOf([], {}, first)
    plain.advance(1)
    const failed = chain.advance(1)
    t.same(events(failed), [event], name)
    t.equal(failed.header.paramsHash, plain.advance(1).header.paramsHash, `${name}: no other parameters`)
    t.equal(add(chain), 'tx/unknown-module')
    t.same(chain.modules.set, { active: [], scheduled: [] })
    t.equal(chain.modules.ordered.length, 1 + first.length)
  }
  t.end()
})

test('what cannot come into force is asked of nobody: another package of the version in force, or of a lower one', (t) => {
  const rows: readonly (readonly [string, number])[] = [
    ['of genesis', 2],
    ['of genesis, lower', 1],
  ]
  for (const [name, version] of rows) {
    const chain = createModuleHarness({ modules: [governorOf(), pointsModule(2, HASH)], genesis: { points: 1 } })
    schedule(chain, 'a', 3, version, OTHER)
    t.same(chain.modules.missing, [], name)
    chain.advance(1)
    t.same(events(chain.advance(1)), ['failed a rules'], name)
  }
  const chain = harnessOf([pointsModule(1, HASH)])
  schedule(chain, 'a', 3)
  schedule(chain, 'b', 3, 1, OTHER)
  t.same(events(chain.advance(1)), ['activated a', 'failed b rules'], 'of one height: the first, in the order of their acceptance')
  t.end()
})

test('a disk that fails under initGenesis ends the node, and is not taken for the module’s failure, even where the module catches it', (t) => {
  const quiet: Partial<Module> = {
    initGenesis: (_block, state) => {
      try {
        state.get(new TextEncoder().encode('points\0count\0all'))
      } catch {
        state.put(new TextEncoder().encode('points\0caught'), new Uint8Array([1]))
      }
    },
  }
  for (const more of [{}, quiet]) {
    const governor = governorOf()
    const modules = [governor, pointsModule(1, HASH, more)]
    const chain = chainOf([governor])
    const genesis = createGenesisState(chain, modules)
    const source = new MemorySource()
    source.apply(genesis.writes)
    let isBroken = false
    const get = (key: Uint8Array): Uint8Array | undefined => {
      if (isBroken && key[0] === 'p'.charCodeAt(0)) throw new Error('the disk is gone')
      return source.get(key)
    }
    const ledger = createLedger({ chain, modules, source: { get }, head: genesis, recent: [] })
    const call = transactionOf(chain, [[governor, 'schedule', { proposal: 'a', name: 'points', version: 1, hash: HASH, height: 2 }]])
    const one = ledger.execute(ledger.head.hash, bodyOf(ledger.head, [call]), [call])
    isBroken = true
    t.throws(() => ledger.execute(one.hash, bodyOf(one, []), []), /the disk is gone/)
    isBroken = false
    t.not(ledger.execute(one.hash, bodyOf(one, []), []).header.paramsHash, one.header.paramsHash)
  }
  t.end()
})

test('an initGenesis that writes more than a block holds fails, also where it catches that, and leaves room for the next', (t) => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
  const value = new Uint8Array(64 * 1024).fill(1)
  const big = (count: number, isQuiet: boolean): Partial<Module> => ({
    initGenesis: (_block, state) => {
      try {
        for (let index = 0; index < count; index++) state.put(bytes(`points\0big\0${index}`), value)
      } catch (error) {
        if (!isQuiet) throw error
      }
    },
  })
  for (const isQuiet of [false, true]) {
    const chain = harnessOf([
      pointsModule(1, HASH, big(256, isQuiet)),
      pointsModule(2, HASH, big(250, false)),
      pointsModule(3, HASH, big(130, false)),
    ])
    schedule(chain, 'a', 4, 1)
    schedule(chain, 'b', 4, 2)
    t.same(chain.modules.missing, [])
    chain.advance(1)
    t.same(events(chain.advance(1)), ['failed a genesis', 'activated b'])
    schedule(chain, 'c', 6, 3)
    t.same(events(chain.advance(1)), ['failed c genesis'], 'what is replaced counts, too')
  }
  t.end()
})

test('a key that is too long to be written has no value, whatever the store would say', (t) => {
  const long = pointsModule(1, undefined, {
    atBlock: (_block, state) => void state.get(new TextEncoder().encode(`points\0${'x'.repeat(5_000)}`)),
  })
  const modules = [long]
  const chain = chainOf(modules)
  const genesis = createGenesisState(chain, modules)
  const source = new MemorySource()
  source.apply(genesis.writes)
  const get = (key: Uint8Array): Uint8Array | undefined => {
    if (key.length > 4_096) throw new Error('a store takes no such key')
    return source.get(key)
  }
  const ledger = createLedger({ chain, modules, source: { get }, head: genesis, recent: [] })
  t.doesNotThrow(() => ledger.execute(ledger.head.hash, bodyOf(ledger.head, []), []))
  t.end()
})

test('what is scheduled can be taken back until its height, once', (t) => {
  const chain = harnessOf([pointsModule(1, HASH)])
  const cancel = (): string | undefined =>
    chain.send({ signers, calls: [{ module: 'governor', command: 'cancel', json: { proposal: 'a' } }] }).code
  schedule(chain, 'a', 3)
  t.equal(cancel(), undefined)
  t.equal(cancel(), 'governor/unknown')
  t.same(events(chain.advance(1)), [])
  t.equal(add(chain), 'tx/unknown-module')
  t.end()
})

test('only the module that governs writes what modules there are', (t) => {
  const thief = pointsModule(1, undefined, {
    atBlock: (block, state) => (block.height === 2 ? state.put(new TextEncoder().encode('_modules\0set'), new Uint8Array()) : undefined),
    uses: ['governor'],
  })
  const chain = harnessOf([], {}, [thief])
  chain.advance(1)
  t.throws(() => chain.advance(1), /points may not write under _modules/)
  t.end()
})

/** One chain of blocks, and nodes that follow it with the modules that they have. */
function follower(
  modules: readonly InstalledModule[],
  source: MemorySource,
  chain: ReturnType<typeof chainOf>,
  head: ReturnType<typeof createGenesisState>,
) {
  return createLedger({ chain, modules, source, head, recent: [] })
}

test('a node without the module executes every block below the height, not that one; with it, it goes on to the same root', (t) => {
  const governor = governorOf({ a: 5 })
  const points = pointsModule(1, HASH)
  const chain = chainOf([governor])
  const nodes = [[governor, points], [governor], [governor, pointsModule(1, OTHER)]].map((modules) => {
    const genesis = createGenesisState(chain, modules)
    const source = new MemorySource()
    source.apply(genesis.writes)
    return { genesis, source, ledger: follower(modules, source, chain, genesis) }
  })
  const [whole, without, other] = nodes as [(typeof nodes)[0], (typeof nodes)[0], (typeof nodes)[0]]
  const call = transactionOf(chain, [[governor, 'schedule', { proposal: 'a', name: 'points', version: 1, hash: HASH, height: 4 }]])
  const use = transactionOf(chain, [[points, 'add', {}]])
  const step = (node: (typeof nodes)[0], batch: readonly ReturnType<typeof transactionOf>[]): string => {
    const executed = node.ledger.execute(node.ledger.head.hash, bodyOf(node.ledger.head, batch), batch)
    const { block, writes } = node.ledger.finalize(executed.hash)
    node.source.apply(writes)
    node.ledger.stored(block.header.height)
    return block.hash
  }
  for (const batch of [[], [call], []]) t.equal(new Set(nodes.map((node) => step(node, batch))).size, 1)
  t.same(whole.ledger.modules.missing, [])
  for (const node of [without, other]) {
    t.match(node.ledger.modules.missing, [{ height: 4, module: { name: 'points', version: 1, hash: HASH } }])
    const head = node.ledger.head
    const refused = {
      code: 'node/missing-module',
      message: new RegExp(`height 4 .*points version 1 \\(hash ${HASH}\\)`),
      hint: /hanse module hash/,
    }
    t.throws(() => node.ledger.execute(head.hash, bodyOf(head, [use]), [use]), refused)
    t.throws(() => node.ledger.execute(head.hash, bodyOf(head, [use]), [use]), MissingModuleError)
    t.equal(node.ledger.head.header.height, 3, 'and it stands where it stood')
  }
  const hash = step(whole, [use])
  t.equal(whole.ledger.modules.ordered.length, 2)
  const head = { header: without.ledger.head.header, hash: without.ledger.head.hash }
  const restarted = { ...without, ledger: createLedger({ chain, modules: [governor, points], source: without.source, head, recent: [] }) }
  t.equal(step(restarted, [use]), hash, 'the same header, hence the same root')
  t.match(restarted.ledger.view(), { ok: true })
  // A node that has executed the module does not start without it.
  const { head: later } = restarted.ledger
  const open = (): unknown => createLedger({ chain, modules: [governor], source: without.source, head: later, recent: [] })
  t.throws(open, { code: 'node/missing-module' })
  t.end()
})

test('the height may lie above blocks that are not final', (t) => {
  const governor = governorOf()
  const chain = chainOf([governor])
  const modules = [governor, pointsModule(1, HASH)]
  const genesis = createGenesisState(chain, modules)
  const source = new MemorySource()
  source.apply(genesis.writes)
  const ledger = createLedger({ chain, modules, source, head: genesis, recent: [] })
  const call = transactionOf(chain, [[governor, 'schedule', { proposal: 'a', name: 'points', version: 1, hash: HASH, height: 3 }]])
  const one = ledger.execute(ledger.head.hash, bodyOf(ledger.head, [call]), [call])
  const two = ledger.execute(one.hash, bodyOf(one, []), [])
  const three = ledger.execute(two.hash, bodyOf(two, []), [])
  t.equal(two.header.paramsHash, genesis.header.paramsHash)
  t.not(three.header.paramsHash, genesis.header.paramsHash)
  t.same(ledger.modules.entries.length, 1, 'the head knows nothing of it yet')
  for (const { hash } of [one, two, three]) ledger.finalize(hash)
  t.same(ledger.modules.entries.length, 2)
  checkOlder(t, ledger)
  t.end()
})

function checkOlder(t: Test, ledger: ReturnType<typeof createLedger>): void {
  const view = ledger.view(2)
  t.match(view.ok && view.value.query('points', 'count', {}), { ok: false, error: { code: 'query/unknown-module' } })
}

test('a module that throws in its first block stays out: its atBlock, or the onActivation of a new governor', (t) => {
  const thrower: Partial<Module> = {
    atBlock: (_block, state) => {
      state.emit({ module: 'points', type: 'tried', attributes: [] })
      throw new Error('at once')
    },
  }
  const chain = harnessOf([pointsModule(1, HASH, thrower), pointsModule(2, OTHER, { atBlock: (_, state) => countUp(state) })])
  schedule(chain, 'a', 2)
  t.same(events(chain.advance(1)), ['failed a genesis'])
  schedule(chain, 'b', 4, 2, OTHER)
  t.same(events(chain.advance(1)), ['activated b'])
  t.equal(blocksOf(chain.state), 1, 'what was tried is dropped: the block counts once')

  const governor: InstalledModule = {
    ...governorOf(),
    version: 2,
    packageHash: HASH,
    onActivation: () => {
      throw new Error('no')
    },
  }
  const governed = harnessOf([governor])
  const json = { proposal: 'a', name: 'governor', version: 2, height: 2, hash: HASH }
  governed.send({ signers, calls: [{ module: 'governor', command: 'schedule', json }] })
  t.same(events(governed.advance(1)), ['failed a genesis'])
  t.equal(governed.modules.ordered[0]?.version, 1)
  t.end()
})

/** Nodes of one chain, where the package of `points` is in force from height 2 on. */
function nodesWith(more: Partial<Module>, count: number) {
  const governor = governorOf()
  const points = pointsModule(1, HASH, more)
  const chain = chainOf([governor])
  const nodes = Array.from({ length: count }, () => {
    const modules = [governor, points]
    const genesis = createGenesisState(chain, modules)
    const source = new MemorySource()
    source.apply(genesis.writes)
    const reads = { isBroken: false }
    const get = (key: Uint8Array): Uint8Array | undefined => {
      if (reads.isBroken && key[0] === 'p'.charCodeAt(0)) throw new Error('the disk is gone')
      return source.get(key)
    }
    return { source, reads, ledger: createLedger({ chain, modules, source: { get }, head: genesis, recent: [], cacheBytesMax: 0 }) }
  })
  const step = (...batch: readonly ReturnType<typeof transactionOf>[]): ExecutedBlock => {
    const blocks = nodes.map(({ ledger, source }) => {
      const executed = ledger.execute(ledger.head.hash, bodyOf(ledger.head, batch), batch)
      const { block, writes } = ledger.finalize(executed.hash)
      source.apply(writes)
      ledger.stored(block.header.height)
      return block
    })
    if (new Set(blocks.map(({ hash }) => hash)).size !== 1) throw new Error('two blocks')
    return blocks[0] as ExecutedBlock
  }
  const call = (name: string, height: number) =>
    transactionOf(chain, [[governor, 'schedule', { proposal: name, name: 'points', version: 9, hash: OTHER, height }]])
  step(transactionOf(chain, [[governor, 'schedule', { proposal: 'a', name: 'points', version: 1, hash: HASH, height: 2 }]]))
  const adding = () => transactionOf(chain, [[points, 'add', {}]])
  return { nodes, step, call, adding }
}

test('an atBlock of a package that throws later changes nothing in that block, is told, and the chain goes on', (t) => {
  const { nodes, step, adding } = nodesWith(
    {
      atBlock: ({ height }, state) => {
        countUp(state)
        state.emit({ module: 'points', type: 'counted', attributes: [] })
        if (height % 2 === 1) throw new Error(`not at ${height}`)
      },
    },
    2,
  )
  const blocks = [step(), step(adding()), step()]
  t.same(
    blocks.map(({ moduleFaults }) => moduleFaults),
    [undefined, [{ message: 'points.atBlock: not at 3' }], undefined],
  )
  t.same(
    blocks.map(({ receipts }) => receipts.map(({ outcome, events: told }) => `${outcome} ${told.map(({ type }) => type)}`)),
    [['success activated,counted'], ['success '], ['success counted']],
  )
  const [node] = nodes
  const view = node?.ledger.view()
  t.equal(view?.ok && blocksOf(view.value), 2)
  for (const { ledger, reads } of nodes) {
    reads.isBroken = true
    t.throws(() => ledger.execute(ledger.head.hash, bodyOf(ledger.head, []), []), /the disk is gone/, 'a disk is no defect of the module')
  }
  t.end()
})

test('a package whose afterTransaction refuses everything does not keep out the votes that replace it', (t) => {
  for (const afterTransaction of [
    (): never => {
      throw new Error('never')
    },
    () => reject('points/never', 'never'),
  ]) {
    const { nodes, step, call, adding } = nodesWith({ afterTransaction }, 1)
    step()
    const { receipts, moduleFaults } = step(adding(), call('b', 10))
    t.match(receipts, [{ outcome: 'rejected', code: /^(tx\/module-fault|points\/never)$/ }, { outcome: 'success' }])
    t.match(nodes[0]?.ledger.modules.set.scheduled, [{ proposal: 'b' }])
    if (receipts[0]?.code === 'tx/module-fault') {
      t.same(moduleFaults, [{ message: 'points.afterTransaction: never', txId: receipts[0].txId }])
    }
  }
  t.end()
})
