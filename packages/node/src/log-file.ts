import { closeSync, fstatSync, mkdirSync, openSync, renameSync, truncateSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { err, ok, type Result, reject } from '@hanse/primitives'

export interface LogFileOptions {
  readonly path: string
  /** Bytes of a file; a longer line stands in one of its own. */
  readonly fileBytesMax: number
  /** Files kept, with the one being written. */
  readonly filesMax: number
}

/** Where a logger writes: whole lines. */
export interface LogDestination {
  write(line: string): void
}

/** Who may read what the node tells of its clients and peers. */
const OWNER_ONLY_FILE = 0o600
const OWNER_ONLY_DIRECTORY = 0o700

/** `node.log`, `node.log.1`, …: the higher the number the older. */
function logFilePath(path: string, age: number): string {
  return age === 0 ? path : `${path}.${age}`
}

/** `node/log-file` when nothing can be written there. */
export function openLogFile(options: LogFileOptions, fallback: LogDestination): Result<LogDestination> {
  try {
    mkdirSync(dirname(options.path), { recursive: true, mode: OWNER_ONLY_DIRECTORY })
    return ok(new LogFile(options, fallback))
  } catch (error) {
    const hint = 'Mend log.file, or make its folder writable for the node’s user; without log.file the log goes to standard output.'
    return err(reject('node/log-file', `cannot write the log: ${messageOf(error)}`, { path: 'log.file', hint }))
  }
}

/**
 * A file that sets itself aside when it is full. Writes are synchronous: a line is in the file when `write` returns, also before a crash.
 * What cannot be written, because the disk is full or the folder is gone, goes to `fallback`, and the node goes on; the first line that
 * can be written again says how many are missing.
 */
class LogFile implements LogDestination {
  readonly #options: LogFileOptions
  readonly #fallback: LogDestination
  #descriptor: number | undefined
  #sizeBytes = 0
  #lostLines = 0
  /** A part of a line was written before the disk refused. */
  #isTorn = false

  constructor(options: LogFileOptions, fallback: LogDestination) {
    this.#options = options
    this.#fallback = fallback
    this.#open()
  }

  write(line: string): void {
    try {
      const text = this.#lostLines === 0 ? line : `${this.#isTorn ? '\n' : ''}${lostLine(this.#lostLines)}${line}`
      this.#append(Buffer.from(text))
      this.#lostLines = 0
      this.#isTorn = false
    } catch (error) {
      if (this.#lostLines === 0) this.#fallback.write(failureLine(this.#options.path, error))
      this.#lostLines += 1
      this.#fallback.write(line)
    }
  }

  #append(bytes: Buffer): void {
    if (this.#sizeBytes > 0 && this.#sizeBytes + bytes.length > this.#options.fileBytesMax) this.#rotate()
    const descriptor = this.#descriptor ?? this.#open()
    for (let written = 0; written < bytes.length; ) {
      const count = writeSync(descriptor, bytes, written)
      written += count
      this.#sizeBytes += count
      this.#isTorn = written < bytes.length
    }
  }

  #open(): number {
    const descriptor = openSync(this.#options.path, 'a', OWNER_ONLY_FILE)
    this.#descriptor = descriptor
    this.#sizeBytes = fstatSync(descriptor).size
    return descriptor
  }

  /** The oldest goes, each other one moves up by one. */
  #rotate(): void {
    const { path, filesMax } = this.#options
    if (this.#descriptor !== undefined) closeSync(this.#descriptor)
    this.#descriptor = undefined
    if (filesMax === 1) truncateSync(path)
    for (let age = filesMax - 2; age >= 0; age--) renameIfThere(logFilePath(path, age), logFilePath(path, age + 1))
    this.#sizeBytes = 0
    this.#open()
  }
}

function renameIfThere(from: string, to: string): void {
  try {
    renameSync(from, to)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
}

/** Lines of the log about itself, in its own form. */
function ownLine(level: number, fields: object, msg: string): string {
  return `${JSON.stringify({ level, time: new Date().toISOString(), ...fields, msg })}\n`
}

function failureLine(file: string, error: unknown): string {
  const hint = 'Free space, or mend the folder. Until then the log comes here, and the node goes on.'
  return ownLine(50, { file, error: messageOf(error), hint }, 'the log file cannot be written')
}

function lostLine(lines: number): string {
  return ownLine(40, { lines }, 'lines are missing here: the log file could not be written, and they went to standard error')
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
