import { type Logger, StoreFailure } from '@hanse/ports'
import { InvariantError, ok, type Rejection, type Result, reject } from '@hanse/primitives'
import { createPromMeter } from '@hanse/rpc'
import { watchCatchUp } from './catch-up.ts'
import type { NodeConfig } from './config.ts'
import { StartRefused } from './driver.ts'
import { keepHeapRoom } from './heap-room.ts'
import { type AskPassword, type NodeHome, readNodeHome } from './home.ts'
import { createListeners, type Listeners, readListenerFiles } from './listeners.ts'
import { openLogFile } from './log-file.ts'
import { NODE_FAILED, startNode } from './node.ts'
import type { NodeOptions, NodeProgress } from './node-options.ts'
import { checkRuntime } from './runtime.ts'
import { catchStopSignals } from './stop-signals.ts'
import { createLogger, type LevelLogger, systemClock, withFatalOnStderr } from './system.ts'

/** Exit codes of a node process. */
const EXIT_OK = 0
const EXIT_FAILED = 1
/** As a shell tells of a process that Ctrl-C ended. */
const EXIT_IMPATIENT = 130

/** How long a stop may take before the process ends anyway, in ms. Everything that matters is durable already. */
const STOP_TIMEOUT_MS = 5_000

/** For whoever sits at a terminal. */
export interface RunWatch {
  /** Told of what ends a node before its time, beside the fatal line of the log. */
  readonly onFatal?: (rejection: Rejection) => void
  /** Told while the node starts and catches up with the chain; undefined when that is over. */
  readonly onProgress?: (progress: NodeProgress | undefined) => void
  /** A line of the log is about to be written. */
  readonly onLogLine?: () => void
}

/** For tests of upgrades. No file and no variable sets it. */
type MoreOptions = Pick<NodeOptions, 'protocolVersions'>

/** Tells of an end, and gives the exit code. */
type Tell = (logger: Logger, rejection: Rejection, details?: Readonly<Record<string, unknown>>) => number

/**
 * Runs the node of `home` until SIGINT or SIGTERM, and resolves with the exit code. A refusal, an I/O error and a broken invariant are
 * logged as one fatal line with code and hint, and give 1. The caller ends the process with that code.
 */
export async function runNode(home: string, ask: AskPassword, watch: RunWatch = {}, more: MoreOptions = {}): Promise<number> {
  const tell: Tell = (logger, rejection, details = {}) => {
    const { code, message, hint, path } = rejection
    logger.fatal({ code, hint, path, ...details }, message)
    watch.onFatal?.(rejection)
    return EXIT_FAILED
  }
  keepHeapRoom()
  const runtime = checkRuntime()
  const read = runtime.ok ? await readNodeHome(home, ask) : runtime
  if (!read.ok) return tell(createLogger({ level: 'info', node: home }), read.error)
  const opened = openLogger(read.value.config, watch.onLogLine)
  if (!opened.ok) return tell(createLogger({ level: 'info', node: home }), opened.error)
  const logger = opened.value
  // One damaged record may end several reads at a time: the first says it.
  let told: number | undefined
  const tellThrown = (thrown: unknown): number => {
    const { rejection, details } = explain(thrown)
    told ??= tell(logger, rejection, details)
    return told
  }
  let fail: (error: unknown) => void = () => undefined
  const failed = new Promise<number>((resolve) => {
    fail = (error) => resolve(tellThrown(error))
  })
  process.on('uncaughtException', fail)
  process.on('unhandledRejection', fail)
  const signals = catchStopSignals(['SIGINT', 'SIGTERM'], () => process.exit(EXIT_IMPATIENT))
  const end = Promise.race([failed, signals.first.then(() => EXIT_OK)])
  try {
    const served = await serve({ ...read.value, ...more }, { logger, onFatal: fail, end, onProgress: watch.onProgress })
    return served.ok ? served.value : tell(logger, served.error)
  } catch (error) {
    return tellThrown(error)
  } finally {
    process.off('uncaughtException', fail)
    process.off('unhandledRejection', fail)
    signals.release()
  }
}

/** To standard output, or to the file that the configuration names. `node/log-file`. */
function openLogger({ organization, log }: NodeConfig, onLine: RunWatch['onLogLine']): Result<LevelLogger> {
  const options = { level: log.level, node: organization, onLine }
  if (log.file === undefined) return ok(createLogger(options))
  const file = openLogFile({ path: log.file, fileBytesMax: log.fileBytesMax, filesMax: log.filesMax }, process.stderr)
  return file.ok ? ok(createLogger(options, withFatalOnStderr(file.value))) : file
}

interface Serving {
  readonly logger: LevelLogger
  readonly onFatal: (error: unknown) => void
  readonly onProgress: RunWatch['onProgress']
  readonly end: Promise<number>
}

/** The exit code at the end, or why it did not start. */
async function serve(home: NodeHome & MoreOptions, { logger, onFatal, onProgress, end }: Serving): Promise<Result<number>> {
  const files = await readListenerFiles(home.config)
  if (!files.ok) return files
  const meter = createPromMeter()
  const node = await startNode(home, { clock: systemClock, logger, meter, onFatal, ...(onProgress === undefined ? {} : { onProgress }) })
  if (!node.ok) return node
  let listeners: Listeners | undefined
  let unwatch: (() => void) | undefined
  try {
    const created = await createListeners({ home: home.home, config: home.config, files: files.value, node: node.value, logger, meter })
    if (!created.ok) return created
    listeners = created.value
    const ports = await listeners.start()
    logger.info({ ...ports }, 'RPC listens')
    if (onProgress !== undefined) unwatch = watchCatchUp(() => node.value.api.status(), systemClock, onProgress)
    return ok(await end)
  } finally {
    unwatch?.()
    await withinStopTimeout(stopAll(listeners, node.value))
  }
}

/** Clients first: nobody is told anything by a node that is closing its files. */
async function stopAll(listeners: Listeners | undefined, node: { stop(): Promise<void> }): Promise<void> {
  await listeners?.stop()
  await node.stop()
}

async function withinStopTimeout(stopped: Promise<void>): Promise<void> {
  const timeout = new Promise<void>((resolve) => {
    setTimeout(resolve, STOP_TIMEOUT_MS).unref()
  })
  await Promise.race([stopped, timeout])
}

/** An error that says by itself what is wrong and what to do: of the disk, of a listener. */
function isExplained(error: Error): error is Error & { readonly code: string; readonly hint?: string } {
  return 'code' in error && typeof error.code === 'string' && error.code.includes('/')
}

const DEFECT_HINT = 'This is a defect. Keep the data folder and report it.'

function explain(thrown: unknown): { readonly rejection: Rejection; readonly details: Readonly<Record<string, unknown>> } {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown))
  const { message, stack, cause } = error
  if (error instanceof StartRefused) return { rejection: error.rejection, details: {} }
  if (error instanceof InvariantError) return { rejection: reject('node/invariant', message, { hint: DEFECT_HINT }), details: { stack } }
  if (!isExplained(error)) return { rejection: reject(NODE_FAILED, message, { hint: DEFECT_HINT }), details: { stack } }
  const { code, hint } = error
  const details = error instanceof StoreFailure && cause !== undefined ? { cause: String(cause) } : {}
  return { rejection: reject(code, message, hint === undefined ? {} : { hint }), details }
}
