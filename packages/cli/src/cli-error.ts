import { type Rejection, type Result, reject } from '@hanse/primitives'
import { HanseError, HanseRpcError, NotFinalInTime, RPC_CODE } from '@hanse/sdk/errors'
import { EXIT_CODE, type ExitCode } from './exit-code.ts'
import { tryThis } from './try-this.ts'

/** A command that ends without success: one line that says what is wrong, one that says what to do, and an exit code. */
export class CliError extends Error {
  override readonly name = 'CliError'
  readonly rejection: Rejection
  readonly exitCode: ExitCode
  /** Members of the error in JSON mode beside code, message, path and try. */
  readonly data: Readonly<Record<string, unknown>>

  constructor(rejection: Rejection, options: { readonly exitCode?: ExitCode; readonly data?: Readonly<Record<string, unknown>> } = {}) {
    super(rejection.message)
    this.rejection = rejection
    this.exitCode = options.exitCode ?? EXIT_CODE.failed
    this.data = options.data ?? {}
  }
}

/** The command was called in a way that makes no sense. */
export function usageError(message: string, hint?: string): CliError {
  return new CliError(reject('cli/usage', message, hint === undefined ? {} : { hint }), { exitCode: EXIT_CODE.usage })
}

/** The value, or the refusal as the command's end. */
export function orThrow<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new CliError(result.error)
}

const NOT_READY_CODES: ReadonlySet<string> = new Set(['sdk/unreachable', 'sdk/no-answer', 'sdk/no-tls', 'sdk/call-timed-out'])

/** Whatever was thrown, as the end of a command. A defect of ours is told as one. */
export function toCliError(error: unknown): CliError {
  if (error instanceof CliError) return error
  if (error instanceof NotFinalInTime) {
    const hint = `hanse tx wait ${error.txHash}`
    return new CliError({ ...error.rejection, hint }, { exitCode: EXIT_CODE.timedOut, data: { txHash: error.txHash } })
  }
  if (error instanceof HanseRpcError) {
    const { code: _code, hint: _hint, path: _path, ...data } = error.data
    return new CliError(forPeople(error.rejection), { exitCode: exitCodeOf(error.code), data: { number: error.code, ...data } })
  }
  if (error instanceof HanseError) {
    const { code } = error.rejection
    return new CliError(forPeople(error.rejection), { exitCode: NOT_READY_CODES.has(code) ? EXIT_CODE.notReady : EXIT_CODE.failed })
  }
  if (isFileError(error))
    return new CliError(reject('cli/file', wordsOf(error), { hint: 'Check the path and who may read or write there.' }))
  const { message, stack = '' } = error instanceof Error ? error : new Error(String(error))
  const hint = 'This is a defect: please report it with the command that you ran.'
  return new CliError(reject('cli/defect', message, { hint }), { data: { stack } })
}

/** What was typed does not make a call of the node's: usage, as where words are missing. `hint` says what does. */
export function asUsage(error: unknown, hint: string): unknown {
  if (!(error instanceof HanseRpcError) || error.code !== RPC_CODE.badParams) return error
  const { rejection, data } = toCliError(error)
  return new CliError({ ...rejection, hint }, { exitCode: EXIT_CODE.usage, data })
}

function forPeople(rejection: Rejection): Rejection {
  const hint = tryThis(rejection.code) ?? rejection.hint
  return hint === undefined ? rejection : { ...rejection, hint }
}

function exitCodeOf(rpcCode: number): ExitCode {
  if (rpcCode === RPC_CODE.unavailable) return EXIT_CODE.notReady
  return rpcCode === RPC_CODE.waitTimedOut ? EXIT_CODE.timedOut : EXIT_CODE.failed
}

interface FileError extends Error {
  readonly code: unknown
  readonly path?: unknown
}

function isFileError(error: unknown): error is FileError {
  return error instanceof Error && 'syscall' in error && 'code' in error
}

/** What the system says of a file, in words. */
const FILE_WORDS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'this user may not read or write it',
  EPERM: 'this user may not read or write it',
  EISDIR: 'it is a folder, not a file',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EEXIST: 'it is there already',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk is read-only',
  EMFILE: 'too many files are open',
}

function wordsOf({ code, path, message }: FileError): string {
  const words = FILE_WORDS[String(code)]
  if (words === undefined) return message
  return typeof path === 'string' ? `${path}: ${words}` : `${words} (${code})`
}
