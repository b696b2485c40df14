import { fileURLToPath } from 'node:url'
import { Argument, type Command } from 'commander'
import type { Register } from '../command.ts'
import { completionScript, SHELLS, type Shell } from '../completion/scripts.ts'
import { suggest } from '../completion/suggest.ts'
import type { Context } from '../context.ts'

const INSTALL = `For this terminal alone:
  source <(hanse completion bash)

Install, for bash:
  hanse completion bash > ~/.hanse-completion.bash
  echo 'source ~/.hanse-completion.bash' >> ~/.bashrc
and for zsh:
  hanse completion zsh > ~/.hanse-completion.zsh
  echo 'source ~/.hanse-completion.zsh' >> ~/.zshrc

The script also makes the command hanse where there is none. In the project's folder,
npm run --silent hanse -- completion bash is the same.`

export const registerCompletion: Register = (completion, run) => {
  completion.addHelpText('after', `\n${INSTALL}`)
  for (const shell of SHELLS) {
    const command = completion.command(shell).description(`the script that completes hanse in ${shell}`)
    command.action(async () => await run((context) => writeScript(shell, context)))
  }
  // What the scripts ask: the whole program stands behind it, whose commands the words of the line have loaded.
  completion
    .command('suggest', { hidden: true })
    .addArgument(new Argument('[word...]', 'of the line, up to the cursor; the last one is what it stands in'))
    .description('what may stand at the end of a line')
    .action(
      async (words: readonly string[]) =>
        await run(async ({ home, output }) => {
          const program = completion.parent as Command
          const { candidates, paths } = await suggest(program, words.slice(0, -1), words.at(-1) ?? '', { home })
          output.line(paths)
          for (const { word, about } of candidates) output.line(`${word}\t${about.replace(/\s+/g, ' ')}`)
          output.result({ paths, candidates })
        }),
    )
}

function writeScript(shell: Shell, { output }: Context): Promise<void> {
  const script = completionScript(shell, { words: programWords() })
  output.line(script.trimEnd())
  output.result({ shell, script })
  return Promise.resolve()
}

/** How this process was called, made whole: the Node that runs it and the program. */
function programWords(): readonly string[] {
  const cache = process.env['NODE_COMPILE_CACHE']
  const main = fileURLToPath(new URL('../main.js', import.meta.url))
  return [...(cache === undefined ? [] : ['env', `NODE_COMPILE_CACHE=${cache}`]), process.execPath, main]
}
