import { usageError } from '../cli-error.ts'

const ENTER: ReadonlySet<string> = new Set(['\r', '\n', '\u0004'])
const BACKSPACE: ReadonlySet<string> = new Set(['\u007f', '\b'])
const INTERRUPT = '\u0003'

/** Where people are asked. */
export interface Terminal {
  readonly stdin: Pick<NodeJS.ReadStream, 'isTTY' | 'setRawMode' | 'setEncoding' | 'resume' | 'pause' | 'on' | 'off'>
  readonly stderr: { readonly isTTY?: boolean; write(text: string): unknown }
}

/** Asks on standard error and reads a line that is not shown. Undefined when nobody can be asked. */
export function promptSecret(question: string, { stdin, stderr }: Terminal = process): Promise<string | undefined> {
  if (stdin.isTTY !== true || stderr.isTTY !== true) return Promise.resolve(undefined)
  // Before the question: whoever answers at once is not shown either.
  stdin.setRawMode(true)
  stdin.setEncoding('utf8')
  stdin.resume()
  stderr.write(question)
  return new Promise((resolve, reject) => {
    let text = ''
    const finish = (outcome: () => void): void => {
      stdin.off('data', onData)
      stdin.setRawMode(false)
      stdin.pause()
      stderr.write('\n')
      outcome()
    }
    const onData = (chunk: string): void => {
      for (const character of chunk) {
        if (ENTER.has(character)) return finish(() => resolve(text))
        if (character === INTERRUPT) return finish(() => reject(usageError('interrupted')))
        text = BACKSPACE.has(character) ? [...text].slice(0, -1).join('') : text + character
      }
    }
    stdin.on('data', onData)
  })
}
