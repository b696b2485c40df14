import { asEpoch, asHeight, type Header, headerHash, type Json, type ValidatorSet, validatorSetHash } from '@hanse/protocol'
import { createLightClient, type EpochRecord, epochsOfProof, type LightClient, verifyCertificate } from '@hanse/sdk'
import { test } from 'tap'
import { certificateOf, chain, header, VALIDATOR_NAMES, validatorRecord } from '../../crypto/test/support/sample-chain.ts'

/** Epoch e lasts ten heights; in each a newcomer takes the place of the member that has been there longest. */
const EPOCHS = 130
const NAMES: readonly string[] = [...VALIDATOR_NAMES, ...Array.from({ length: EPOCHS }, (_, index) => `newcomer-${index}`)]

function setOf(epoch: number): ValidatorSet {
  return { validators: NAMES.slice(epoch, epoch + 4).map(validatorRecord) }
}

function headerOf(epoch: number, height: number, next = setOf(epoch)): Header {
  const now = validatorSetHash(setOf(epoch))
  return { ...header, height: asHeight(height), epoch: asEpoch(epoch), validatorSetHash: now, nextValidatorSetHash: validatorSetHash(next) }
}

function signed(of: Header, epoch: number = of.epoch) {
  return { header: of, certificate: certificateOf(of, NAMES.slice(epoch, epoch + 4)) }
}

function recordOf(epoch: number): EpochRecord {
  const record = { epoch, firstHeight: epoch * 10 + 1, validators: setOf(epoch).validators }
  if (epoch === EPOCHS - 1) return record
  return { ...record, lastHeight: epoch * 10 + 10, end: signed(headerOf(epoch, epoch * 10 + 10, setOf(epoch + 1))) }
}

/** A node that has these epochs, and how often it was asked. */
function nodeWith(records: readonly EpochRecord[]): { readonly light: LightClient; asked(): number } {
  let asked = 0
  const call = async (_method: string, { from = 0, limit = 20 }: { readonly from?: number; readonly limit?: number }) => {
    asked += 1
    return { items: records.slice(from, from + limit), nextCursor: null }
  }
  return { light: createLightClient({ genesis: chain.genesis, client: { call } }), asked: () => asked }
}

const RECORDS = Array.from({ length: EPOCHS }, (_, epoch) => recordOf(epoch))
/** As an RPC answers it. */
const certificateJson = (of: Header, epoch?: number): Json => JSON.parse(JSON.stringify(signed(of, epoch)))

test('certificates from genesis to head verify across all epochs, by one who knows genesis only', async (t) => {
  const { light, asked } = nodeWith(RECORDS)
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const height of [epoch * 10 + 1, epoch * 10 + 9]) {
      const of = headerOf(epoch, height)
      const verdict = await light.verify(() => verifyCertificate(certificateJson(of), light))
      t.match(verdict, { ok: true, value: { hash: headerHash(of) } }, `height ${height}`)
    }
  }
  t.ok(asked() < 6, `nodes are asked for pages of epochs, not for each: ${asked()}`)
  t.equal(light.ends.length, EPOCHS - 1)
})

test('a proof that carries the ends needs nothing but the genesis', async (t) => {
  const { light } = nodeWith(RECORDS.slice(0, 4))
  t.match(await light.sync(), { ok: true })
  const of = headerOf(2, 25)
  const json = certificateJson(of) as Record<string, Json>
  const trust = { genesis: chain.genesis }
  t.match(verifyCertificate({ ...json, epochs: light.ends.slice(0, 2) }, trust), { ok: true, value: { hash: headerHash(of) } })
  t.match(verifyCertificate(json, trust), { ok: false, error: { code: 'proof/unknown-epoch' } })
  t.match(verifyCertificate({ ...json, epochs: light.ends.slice(1) }, trust), { ok: false, error: { code: 'proof/unknown-epoch' } })
  t.match(verifyCertificate({ ...json, epochs: 'all' }, trust), { ok: false, error: { code: 'encoding/bad-field', path: 'epochs' } })
  t.match(epochsOfProof({ epochs: [{}] }, chain.genesis), { ok: false, error: { code: 'encoding/bad-field', path: /^epochs\.0/ } })
  t.end()
})

test('a node that lies about epochs teaches nothing', async (t) => {
  const [first, second, third] = [recordOf(0), recordOf(1), recordOf(2)]
  const strangers = { ...second, validators: setOf(9).validators }
  const forged = { ...second, end: signed(headerOf(1, 20, setOf(9)), 8) }
  const early = { ...second, end: signed(headerOf(1, 10, setOf(2))) }
  const rows: readonly (readonly [string, readonly EpochRecord[], string, number])[] = [
    ['other validators than the header names', [first, strangers, third], 'proof/bad-validators', 1],
    ['an end that others signed', [first, forged, third], 'consensus/bad-signature', 2],
    ['an end below the first height', [first, early, third], 'proof/retired-validators', 2],
    ['epochs out of order', [first, third, second], 'proof/bad-validators', 1],
  ]
  for (const [words, records, code, known] of rows) {
    const { light } = nodeWith(records)
    t.match(await light.sync(), { ok: false, error: { code } }, words)
    t.equal(light.epochs.size, known, words)
  }
  const { light } = nodeWith(RECORDS.slice(0, 2))
  t.match(await light.sync(), { ok: true })
  const retired = certificateJson(headerOf(0, 15))
  t.match(verifyCertificate(retired, light), { ok: false, error: { code: 'proof/retired-validators' } }, 'long-range: the old keys go on')
})

test('a node that says nothing new is asked once', async (t) => {
  const { light, asked } = nodeWith(RECORDS.slice(0, 1))
  t.match(await light.verify(() => verifyCertificate(certificateJson(headerOf(1, 11)), light)), {
    ok: false,
    error: { code: 'proof/unknown-epoch', hint: /consensus_listEpochs/ },
  })
  t.equal(asked(), 1)
})
