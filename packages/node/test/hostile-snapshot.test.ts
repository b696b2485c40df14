import { cp, mkdir, readdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ZERO_HASH } from '@hanse/primitives'
import {
  encodeGenesis,
  encodeSnapshotManifest,
  parseSnapshotManifest,
  SNAPSHOT_HEADERS_MIN,
  type SnapshotManifest,
  snapshotChunkCodec,
  snapshotHeadersCodec,
  storedBlockCodec,
} from '@hanse/protocol'
import { type Test, test } from 'tap'
import { restoreSnapshot, snapshotHome, verifySnapshotFolder } from '../src/snapshot/home-snapshot.ts'
import { CHAIN, grownHome } from './support/grown-home.ts'
import { temporaryFolder } from './support/test-chain.ts'

/** The home of a node that never ran, and a snapshot that it is given. */
interface Given {
  readonly newcomer: string
  readonly genesis: string
  readonly folder: string
}

async function given(t: Test, blocks = 3): Promise<Given> {
  const { home } = await grownHome(t, { blocks })
  const made = await snapshotHome(home)
  if (!made.ok) throw new Error(made.error.message)
  const newcomer = await temporaryFolder(t)
  const genesis = join(newcomer, 'genesis.json')
  await writeFile(join(newcomer, 'config.toml'), 'organization = "newcomer"\n')
  await writeFile(genesis, encodeGenesis(CHAIN.genesis))
  return { newcomer, genesis, folder: made.value.folder }
}

interface Hostile {
  readonly what: string
  /** Of the chain, above genesis. */
  readonly blocks?: number
  readonly code: string
  readonly names?: RegExp
  readonly change: (folder: string) => Promise<void>
}

async function changeManifest(folder: string, change: (manifest: SnapshotManifest) => unknown): Promise<void> {
  const path = join(folder, 'manifest.json')
  const parsed = parseSnapshotManifest(new Uint8Array(await readFile(path)))
  if (!parsed.ok) throw new Error(parsed.error.message)
  await writeFile(path, encodeSnapshotManifest(change(parsed.value) as SnapshotManifest))
}

async function changePart(folder: string, name: string, change: (bytes: Uint8Array) => Uint8Array): Promise<void> {
  await writeFile(join(folder, name), change(new Uint8Array(await readFile(join(folder, name)))))
}

function decoded<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false }): T {
  if (!result.ok) throw new Error('does not decode')
  return result.value
}

/** Each is refused by who verifies and by who restores, and leaves no store. */
async function allRefused(t: Test, attacks: readonly Hostile[]): Promise<void> {
  for (const { what, blocks, code, names, change } of attacks) {
    const { newcomer, genesis, folder } = await given(t, blocks)
    await change(folder)
    const expected = { ok: false, error: { code, ...(names === undefined ? {} : { message: names }) } }
    t.match(await verifySnapshotFolder(folder, genesis), expected, what)
    t.match(await restoreSnapshot(newcomer, folder), expected, `${what}: restored`)
    const left = await readdir(join(newcomer, 'data')).catch(() => [])
    t.same(left, [], `${what}: no store`)
  }
}

test('a wrong chunk of a snapshot is named before anything of it is kept', async (t) => {
  await allRefused(t, [
    {
      what: 'one bit of the state',
      code: 'snapshot/bad-chunk',
      names: /state-00000/,
      change: (folder) =>
        changePart(folder, 'state-00000', (bytes) => {
          bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
          return bytes
        }),
    },
    {
      what: 'records left out, and the manifest knows it',
      code: 'snapshot/bad-chunk',
      names: /not those of the certified state/,
      change: async (folder) => {
        let sizeBytes = 0
        await changePart(folder, 'state-00000', (bytes) => {
          const changed = snapshotChunkCodec.encode({ records: decoded(snapshotChunkCodec.decode(bytes)).records.slice(1) })
          sizeBytes = changed.length
          return changed
        })
        await changeManifest(folder, ({ chunks, ...rest }) => ({
          ...rest,
          chunks: chunks.map((chunk) => ({ ...chunk, sizeBytes, records: chunk.records - 1 })),
        }))
      },
    },
    {
      what: 'records out of order',
      code: 'snapshot/bad-chunk',
      names: /out of order/,
      change: (folder) =>
        changePart(folder, 'state-00000', (bytes) =>
          snapshotChunkCodec.encode({ records: [...decoded(snapshotChunkCodec.decode(bytes)).records].reverse() }),
        ),
    },
    { what: 'a file that ends early', code: 'snapshot/bad-file', change: (folder) => truncate(join(folder, 'state-00000'), 10) },
  ])
})

test('a manifest that lies about chunks, height, epoch, certificate or chain is refused from genesis alone', async (t) => {
  await allRefused(t, [
    {
      what: 'another root of a chunk',
      code: 'snapshot/bad-manifest',
      names: /another state/,
      change: (folder) =>
        changeManifest(folder, ({ chunks, ...rest }) => ({ ...rest, chunks: chunks.map((chunk) => ({ ...chunk, root: ZERO_HASH })) })),
    },
    {
      what: 'a chunk that stands twice',
      code: 'snapshot/bad-manifest',
      names: /side by side/,
      change: (folder) => changeManifest(folder, ({ chunks, ...rest }) => ({ ...rest, chunks: [...chunks, ...chunks] })),
    },
    {
      what: 'a height that nobody certified',
      code: 'snapshot/bad-certificate',
      change: (folder) =>
        changeManifest(folder, ({ header, ...rest }) => ({ ...rest, header: { ...header, height: header.height + 1_000 } })),
    },
    {
      what: 'a certificate of too few',
      code: 'snapshot/bad-certificate',
      change: (folder) =>
        changeManifest(folder, ({ certificate, ...rest }) => ({
          ...rest,
          certificate: { ...certificate, signatures: certificate.signatures.slice(1) },
        })),
    },
    {
      what: 'a header of a later epoch, without its beginning',
      code: 'snapshot/bad-manifest',
      names: /epoch/,
      change: (folder) => changeManifest(folder, ({ header, ...rest }) => ({ ...rest, header: { ...header, epoch: 3 } })),
    },
    {
      what: 'an old end of an epoch that the old set never signed',
      code: 'snapshot/bad-manifest',
      names: /epoch 0/,
      change: (folder) =>
        changeManifest(folder, ({ header, certificate, ...rest }) => ({
          ...{ ...rest, header: { ...header, epoch: 1 }, certificate },
          epochs: [{ header, certificate, nextValidators: { validators: CHAIN.genesis.validators.slice(0, 3) } }],
        })),
    },
    {
      what: 'another chain',
      code: 'snapshot/wrong-chain',
      change: (folder) => changeManifest(folder, (manifest) => ({ ...manifest, chainId: 5 })),
    },
    {
      what: 'a later format',
      code: 'snapshot/format',
      change: (folder) => changeManifest(folder, (manifest) => ({ ...manifest, format: 2 })),
    },
    {
      what: 'a manifest that an editor has touched',
      code: 'snapshot/malformed',
      change: (folder) => changePart(folder, 'manifest.json', (bytes) => Buffer.concat([bytes, Buffer.from('\n')])),
    },
  ])
})

test('a snapshot that keeps back or changes what was executed is refused', async (t) => {
  await allRefused(t, [
    {
      what: 'headers that end before a transaction does',
      code: 'snapshot/bad-manifest',
      change: (folder) =>
        changeManifest(folder, ({ headers, ...rest }) => ({
          ...rest,
          headers: headers.map((file) => ({ ...file, count: file.count - 1 })),
        })),
    },
    {
      what: 'headers enough for a start, and too few for what can live so long',
      blocks: SNAPSHOT_HEADERS_MIN + 4,
      code: 'snapshot/bad-headers',
      names: /as far as a transaction can live/,
      change: async (folder) => {
        const files: { count: number; sizeBytes: number }[] = []
        await changePart(folder, 'headers-00000', (bytes) => {
          const blocks = decoded(snapshotHeadersCodec.decode(bytes)).blocks.slice(0, -1)
          const changed = snapshotHeadersCodec.encode({ blocks })
          files.push({ count: blocks.length, sizeBytes: changed.length })
          return changed
        })
        await changeManifest(folder, (manifest) => ({ ...manifest, headers: files }))
      },
    },
    {
      what: 'an executed id that is kept back',
      code: 'snapshot/bad-headers',
      names: /the ids of block/,
      change: async (folder) => {
        let sizeBytes = 0
        await changePart(folder, 'headers-00000', (bytes) => {
          const { blocks } = decoded(snapshotHeadersCodec.decode(bytes))
          const changed = snapshotHeadersCodec.encode({
            blocks: blocks.map((block, at) => (at === 1 ? { ...block, included: [] } : block)),
          })
          sizeBytes = changed.length
          return changed
        })
        await changeManifest(folder, ({ headers, ...rest }) => ({ ...rest, headers: headers.map((file) => ({ ...file, sizeBytes })) }))
      },
    },
    {
      what: 'another header in the chain',
      code: 'snapshot/bad-headers',
      names: /not the parent/,
      change: (folder) =>
        changePart(folder, 'headers-00000', (bytes) => {
          const { blocks } = decoded(snapshotHeadersCodec.decode(bytes))
          const [first, second, ...rest] = blocks
          if (first === undefined || second === undefined) throw new Error('too few')
          return snapshotHeadersCodec.encode({
            blocks: [first, { ...second, header: { ...second.header, timeMs: second.header.timeMs + 1 } }, ...rest],
          })
        }),
    },
    {
      what: 'a block with another receipt',
      code: 'snapshot/bad-block',
      names: /block-00000/,
      change: (folder) =>
        changePart(folder, 'block-00000', (bytes) => {
          const block = decoded(storedBlockCodec.decode(bytes))
          return storedBlockCodec.encode({
            ...block,
            receipts: block.receipts.map((receipt) => ({ ...receipt, txId: block.header.parent })),
          })
        }),
    },
    {
      what: 'a block whose transaction nobody signed',
      code: 'snapshot/bad-block',
      change: (folder) =>
        changePart(folder, 'block-00000', (bytes) => {
          const block = decoded(storedBlockCodec.decode(bytes))
          if (block.certified === undefined) throw new Error('not certified')
          const transactions = block.certified.transactions.map((raw) => {
            const forged = raw.slice()
            forged[forged.length - 1] = (forged.at(-1) ?? 0) ^ 1
            return forged
          })
          return storedBlockCodec.encode({ ...block, certified: { ...block.certified, transactions } })
        }),
    },
    { what: 'a missing file', code: 'snapshot/not-found', change: (folder) => rm(join(folder, 'block-00001')) },
  ])
})

test('bombs in a snapshot: nothing is read beyond what is said, and no more is said than the limits', async (t) => {
  await allRefused(t, [
    {
      what: 'a file that is larger than the manifest says',
      code: 'snapshot/bad-file',
      change: (folder) => truncate(join(folder, 'state-00000'), 4 * 1024 ** 4),
    },
    {
      what: 'a manifest without end',
      code: 'snapshot/bad-file',
      change: (folder) => truncate(join(folder, 'manifest.json'), 4 * 1024 ** 4),
    },
    {
      what: 'a chunk that is said to be huge',
      code: 'snapshot/malformed',
      change: (folder) =>
        changeManifest(folder, ({ chunks, ...rest }) => ({ ...rest, chunks: chunks.map((chunk) => ({ ...chunk, sizeBytes: 1024 ** 3 })) })),
    },
  ])
})

test('links, folders and paths in a snapshot lead nowhere', async (t) => {
  await allRefused(t, [
    {
      what: 'a link to another file of this machine',
      code: 'snapshot/bad-file',
      names: /link/,
      change: async (folder) => {
        const path = join(folder, 'state-00000')
        await cp(path, join(folder, 'elsewhere'))
        await rm(path)
        await symlink(join(folder, 'elsewhere'), path)
      },
    },
    {
      what: 'a folder in the place of a file',
      code: 'snapshot/bad-file',
      change: async (folder) => {
        await rm(join(folder, 'state-00000'))
        await mkdir(join(folder, 'state-00000'))
      },
    },
    {
      what: 'a path that leads out',
      code: 'snapshot/malformed',
      change: (folder) =>
        changePart(folder, 'manifest.json', (bytes) =>
          Buffer.from(Buffer.from(bytes).toString().replace('"prefix":""', '"prefix":"../../keys"')),
        ),
    },
  ])
})
