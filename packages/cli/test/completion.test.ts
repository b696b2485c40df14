import { spawnSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createKeystore } from '@hanse/crypto-native'
import { type Test, test } from 'tap'
import { NO_TERMINAL, runProgramAtTerminal } from './support/at-terminal.ts'
import { runCli } from './support/run-cli.ts'

interface Row {
  /** What is typed; a tab asks for the rest of a word. */
  readonly typed: string
  /** The words that the shell gives to `hanse` then. */
  readonly words: readonly string[]
}

const ROWS: readonly Row[] = [
  { typed: 'hanse valid\t', words: ['validators'] },
  { typed: 'hanse tx bu\tsettlement.transf\tfr\tbank-a', words: ['tx', 'build', 'settlement.transfer', 'from=bank-a'] },
  { typed: 'hanse query settle\tbalance curr\tCNY', words: ['query', 'settlement', 'balance', 'currency=CNY'] },
  {
    typed: 'hanse --rpc http://127.0.0.1:9 tx sign x.json --ke\tmak\t',
    words: rest('--rpc http://127.0.0.1:9 tx sign x.json --key maker'),
  },
  { typed: 'hanse keys exp\tmaker --format=p\t', words: ['keys', 'export', 'maker', '--format=pem'] },
  { typed: 'hanse genesis ver\tgene\t', words: ['genesis', 'verify', 'genesis-of-test.json'] },
  {
    typed: "hanse keys sign maker --message 'two words' --fi\tgene\t",
    words: rest('keys sign maker --message').concat('two words', '--file', 'genesis-of-test.json'),
  },
  { typed: 'hanse import tra\tx.xml --para\tcertN\tX1', words: rest('import trade x.xml --param certNo=X1') },
  { typed: 'hanse demo shun\t', words: ['demo', 'shunhe'] },
  { typed: 'hanse rpc chain_getBl\thei\t7', words: ['rpc', 'chain_getBlock', 'height=7'] },
  { typed: 'hanse rpc admin_setL\tlev\twarn', words: ['rpc', 'admin_setLogLevel', 'level=warn'] },
  { typed: 'hanse rpc rpc.d\t', words: ['rpc', 'rpc.discover'] },
]

function rest(words: string): string[] {
  return words.split(' ')
}

/** A shell of its own, in which `hanse` tells what it was given. */
async function check(t: Test, shell: 'bash' | 'zsh', start: readonly string[]): Promise<void> {
  const cwd = t.testdir({ 'genesis-of-test.json': '{}' })
  await createKeystore({ path: join(cwd, 'keys', 'maker.json'), purpose: 'account', seed: new Uint8Array(32), unencrypted: true })
  const script = join(cwd, 'completion')
  const made = await runCli(['completion', shell])
  t.match([made.code, made.stderr], [0, ''])
  await writeFile(script, made.stdout)
  const setUp = `hanse() { printf '<%s>' "$@"; echo .; }; source ${script}; echo rea''dy\r`
  const dialogue: (readonly [RegExp, string])[] = [
    [/ready> /, setUp],
    [/ready\r?\n/, ''],
  ]
  for (const { typed } of ROWS) dialogue.push([/ready> /, `${typed}\r`])
  dialogue.push([/ready> /, 'exit\r'])
  const env = { PS1: 'ready> ', HANSE_HOME: cwd, HOME: cwd, INPUTRC: '/dev/null' }
  const { screen } = await runProgramAtTerminal(start, dialogue, { env, cwd })
  for (const { typed, words } of ROWS) t.match(screen, words.map((word) => `<${word}>`).join(''), JSON.stringify(typed))
}

function missing(shell: string): string | false {
  return spawnSync(shell, ['--version']).status === 0 ? NO_TERMINAL : `${shell} is not here: its completion was not tried`
}

test('bash finishes commands, options and values', { skip: missing('bash') }, async (t) => {
  await check(t, 'bash', ['bash', '--norc', '--noprofile', '-i'])
})

test('zsh finishes commands, options and values', { skip: missing('zsh') }, async (t) => {
  await check(t, 'zsh', ['zsh', '-f', '-i'])
})
