import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runSuite, suiteFiles, suiteReport } from '@hanse/conformance'
import { type Test, test } from 'tap'

const VECTORS = process.env.HANSE_VECTORS ?? fileURLToPath(new URL('../../../vectors', import.meta.url))
const RULES = join(VECTORS, 'en16931/rules')
const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url))
const NAMESPACE = 'urn:oasis:names:specification:ubl:schema:xsd'

const invoice = (inner: string): string =>
  `<Invoice xmlns="${NAMESPACE}:Invoice-2" xmlns:b="${NAMESPACE}:CommonBasicComponents-2">${inner}</Invoice>`
const NUMBERED = invoice('<b:ID>1</b:ID>')
const suiteTest = (expected: string, document: string): string => `<test><assert>${expected}</assert>${document}</test>`
const testSet = (...tests: readonly string[]): string =>
  `<testSet xmlns="urn:suite"><assert><scope>BR-02</scope></assert>${tests.join('')}</testSet>`

/** A folder with these files, gone after the test. */
function folderOf(t: Test, files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'hanse-conformance-'))
  t.teardown(() => rmSync(folder, { recursive: true }))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  return folder
}

function run(...parameters: readonly string[]): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  return spawnSync(process.execPath, [MAIN, ...parameters], { encoding: 'utf8' })
}

test('the published fragments are judged as they say', {
  skip: existsSync(RULES) ? false : 'no en16931/rules: HANSE_VECTORS is not set',
}, (t) => {
  const { rules, tests, differences } = runSuite(suiteFiles(RULES))
  t.comment(`${tests} tests of ${rules.length} rules`)
  t.same(differences, [])
  t.ok(rules.length >= 60 && tests >= 200)
  t.end()
})

test('each rule is judged alone, and every difference is named', (t) => {
  const folder = folderOf(t, {
    'a/BR-02.xml': testSet(
      suiteTest('<success>BR-02</success>', NUMBERED),
      suiteTest('<error>BR-02</error>', invoice('')),
      suiteTest('<error>BR-02</error>', NUMBERED),
      suiteTest('<warning>BR-02</warning>', invoice('')),
    ),
    'b/other.xml': testSet(suiteTest('<success>BR-XX-99</success><success>BR-02</success>', NUMBERED), suiteTest('', NUMBERED)),
    'b/broken.xml': '<testSet>',
    'c/invoice.xml': NUMBERED,
    'c/cii.xml': testSet(suiteTest('<success>BR-02</success>', '<CrossIndustryInvoice xmlns="urn:un"/>')),
    'notes.txt': 'no XML',
  })
  const { rules, differences, tests, passedOver } = runSuite(suiteFiles(folder))
  t.same(rules, [
    { rule: 'BR-02', tests: 5, asExpected: 3, different: 2 },
    { rule: 'BR-XX-99', tests: 1, asExpected: 0, different: 1 },
  ])
  t.match(differences, [
    { file: 'a/BR-02.xml', test: 3, rule: 'BR-02', expected: 'error', found: 'success' },
    { file: 'a/BR-02.xml', test: 4, rule: 'BR-02', expected: 'warning', found: 'error' },
    { file: 'b/broken.xml', found: /unclosed tag/ },
    { file: 'b/other.xml', test: 1, rule: 'BR-XX-99', found: 'no such rule here' },
    { file: 'b/other.xml', test: 2, found: 'the test expects nothing' },
  ])
  t.same([tests, passedOver], [6, { files: 1, tests: 1 }])
  const report = suiteReport({ rules, differences, tests, passedOver })
  t.match(report, /^BR-02 +5 +3 +2$/m)
  t.match(report, /^DIFFERENT a\/BR-02.xml test 3: BR-02 expected error, found success$/m)
  t.match(report, /2 rules, 6 tests, 5 differences$/)
  t.end()
})

test('the program exits with 0, with 1 on a difference, and with 2 when there is nothing to judge', (t) => {
  const good = folderOf(t, { 'BR-02.xml': testSet(suiteTest('<success>BR-02</success>', NUMBERED)) })
  const bad = folderOf(t, { 'BR-02.xml': testSet(suiteTest('<error>BR-02</error>', NUMBERED)) })
  const empty = folderOf(t, { 'invoice.xml': NUMBERED })
  t.match(run('en16931', '--dir', good), { status: 0, stdout: /1 rules, 1 tests, 0 differences/ })
  t.match(run('en16931', '--dir', bad), { status: 1, stdout: /DIFFERENT BR-02.xml test 1/ })
  const json = run('en16931', '--dir', bad, '--json')
  t.match(JSON.parse(json.stdout), { tests: 1, differences: [{ file: 'BR-02.xml', test: 1, expected: 'error', found: 'success' }] })
  t.match(run('en16931', '--dir', empty), { status: 2, stderr: /holds no test of a UBL document/ })
  t.match(run('en16931', '--dir', join(empty, 'none')), { status: 2, stderr: /none: ENOENT/ })
  t.match(run('en16931', '--dir', folderOf(t, { 'a.txt': '' })), { status: 2, stderr: /holds no XML file/ })
  t.end()
})
