import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Command } from 'commander'
import { test } from 'tap'
import { valueName } from '../src/completion/suggest.ts'
import { FREE_VALUES, isKnownValue } from '../src/completion/values.ts'
import { EXAMPLES } from '../src/examples.ts'
import { COMMAND_ROWS } from './support/command-rows.ts'
import { exampleWords, type Leaf, leavesOf, wholeProgram } from './support/command-tree.ts'

const README = fileURLToPath(new URL('../README.md', import.meta.url))
const LEAVES: readonly Leaf[] = leavesOf(await wholeProgram())

function groupsOf(command: Command): readonly Command[] {
  return [command, ...command.commands.flatMap((child) => groupsOf(child as Command))]
}

test('every command, and every group, says what it does', async (t) => {
  for (const command of groupsOf(await wholeProgram())) t.match(command.description(), /^\S/, command.name())
  for (const { path, command } of LEAVES) {
    for (const option of command.options) t.match(option.description, /^\S/, `${path} ${option.flags}`)
  }
})

test('every command has an example that it takes, in src/examples.ts', async (t) => {
  t.same(Object.keys(EXAMPLES).sort(), LEAVES.map(({ path }) => path).sort())
  for (const [path, lines] of Object.entries(EXAMPLES)) {
    for (const line of lines) {
      t.ok(line.startsWith(path), `${line}: is one of ${path}`)
      // A fresh tree each: commander keeps what it has parsed.
      await t.resolves((await wholeProgram()).parseAsync([...exampleWords(line)], { from: 'user' }), line)
    }
  }
})

test('every command has a row in the table of exit codes, in test/support/command-rows.ts', (t) => {
  t.same(Object.keys(COMMAND_ROWS).sort(), LEAVES.map(({ path }) => path).sort())
  t.end()
})

test('completion knows what each argument and each value of an option is', (t) => {
  const used = new Set<string>()
  for (const { path, command } of LEAVES) {
    const values = [
      ...command.options.filter((option) => !option.isBoolean()).map((option) => [valueName(option), option.argChoices] as const),
      ...command.registeredArguments.map((argument) => [argument.name(), argument.argChoices] as const),
    ]
    for (const [name, choices] of values) {
      used.add(name)
      t.ok(choices !== undefined || isKnownValue(name), `${path}: <${name}> is in src/completion/values.ts`)
    }
  }
  t.same(
    [...FREE_VALUES].filter((name) => !used.has(name) && name !== 'url'),
    [],
    'and no name there is idle',
  )
  t.end()
})

const LIST = /<!-- commands -->\n[\s\S]*<!-- end of commands -->\n/

test('the README has the whole list', (t) => {
  const written = readFileSync(README, 'utf8')
  const rows = LEAVES.map(({ path, command }) => `| \`${[path, argumentsOf(command)].join(' ').trim()}\` | ${command.description()} |`)
  const table = ['<!-- commands -->', '| `hanse …` | does |', '| --- | --- |', ...rows, '<!-- end of commands -->', ''].join('\n')
  const page = written.replace(LIST, () => table)
  if (process.env['HANSE_RECORD'] === '1') writeFileSync(README, page)
  else t.equal(page, written, 'with HANSE_RECORD=1 this test writes the list anew')
  t.match(written, LIST)
  t.end()
})

/** `<file> [name=value...]`, and the options that must be given. */
function argumentsOf(command: Command): string {
  const required = command.options.filter(({ mandatory }) => mandatory).map(({ flags }) => flags)
  return [
    command
      .createHelp()
      .commandUsage(command)
      .replace(/^.*?\[options\] ?/, ''),
    ...required,
  ]
    .join(' ')
    .trim()
    .replaceAll('|', '\\|')
}
