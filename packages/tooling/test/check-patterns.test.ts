import { test } from 'tap'
import { checkPatterns, hasNestedRepetition, hasOverlappingAlternatives } from '../src/lint/check-patterns.mjs'
import { readSource } from '../src/lint/read-source.mjs'
import { createWorkspace } from './support/workspace.ts'

const REFUSED = ['(a+)+', '(a*)*b', '^(?:\\d+,?)*$', '((a|b)+c){2,}', '(?:(?:x{2,9})y)+', '(?<word>\\w+\\s?)*', '([^"]+"?)+', '(a+){1,3}']

const ACCEPTED = [
  'a+b*',
  '(ab)+',
  '(?:a|b)*',
  '(a+)?',
  '(a+){0,1}',
  '(?:\\d{3},)*',
  '(?:[*+]x)*',
  '(?:\\*\\+)*',
  '[(a+)]+',
  'a{2}b{3,}',
  '(?:0x)?[0-9a-f]+',
]

test('a repeated group that holds a repetition is refused', (t) => {
  for (const pattern of REFUSED) t.ok(hasNestedRepetition(pattern), pattern)
  for (const pattern of ACCEPTED) t.notOk(hasNestedRepetition(pattern), pattern)
  t.end()
})

const OVERLAPPING = ['(a|a)*', '(?:a|[ab])+', '(?:\\d|[0-9a-f])*x', '^(?:.|\\n|x)*$', '(?:\\w|_|-){2,}', '((?:a|a)+x)?', '(?<word>a|ab)*']

const APART = ['(?:a|b)*', '(?:ab|ac)*', '(?:[a-m]|[n-z])+', '(?:\\d|[a-f])*', '(?:a|a)', '(?:a|a)?', '(?:\\\\.|[^\\\\])*', '(?:=|x|)*']

test('a repeated choice between alternatives that take the same character is refused', (t) => {
  for (const pattern of OVERLAPPING) t.ok(hasOverlappingAlternatives(pattern), pattern)
  for (const pattern of APART) t.notOk(hasOverlappingAlternatives(pattern), pattern)
  for (const pattern of ACCEPTED) t.notOk(hasOverlappingAlternatives(pattern), pattern)
  t.end()
})

test('wherever a pattern is written, but not in strings and comments', (t) => {
  const code = [
    'export const literal = /^(a+)+$/u',
    "export const built = new RegExp('(b+)+')",
    'export const called = RegExp(`(c+)+`)',
    "export const text = 'not /(d+)+/ one'",
    '// nor /(e+)+/',
    'export const choice = /(?:x|[xy])*/',
    'export const quotient = (f: number, g: number): number => f / (g + 1) / g',
  ].join('\n')
  const workspace = createWorkspace({ 'packages/state/src/a.ts': code })
  t.teardown(() => workspace.remove())
  const faults = checkPatterns(readSource(workspace.root, 'packages/state/src/a.ts'))
  t.match(faults, [/^packages\/state\/src\/a\.ts:1: .*repeats a group/, /a\.ts:2: /, /a\.ts:3: /, /a\.ts:6: .*the same character/])
  t.equal(faults.length, 4)
  t.end()
})
