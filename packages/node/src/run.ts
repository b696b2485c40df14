import { type Logger, StoreFailure } from '@hanse/ports'
import { InvariantError, type Rejection } from '@hanse/primitives'
import { createPromMeter, createRpcServer } from '@hanse/rpc'
import { StartRefused } from './driver.ts'
import { type AskPassword, readNodeHome } from './home.ts'
import { type RunningNode, startNode } from './node.ts'
import { createLogger, systemClock, systemRandom } from './system.ts'

/** Exit codes of a node process, beside 0. */
export const EXIT_FAILED = 1

/** How long a stop may take before the process ends anyway, in ms. Everything that matters is durable already. */
const STOP_TIMEOUT_MS = 5_000

/**
 * Runs the node of `home` until SIGINT or SIGTERM, and resolves with the exit code. A refusal, an I/O error and a broken invariant are
 * logged as one fatal line with code and hint, and give 1.
 */
export async function runNode(home: string, ask: AskPassword): Promise<number> {
  const read = await readNodeHome(home, ask)
  if (!read.ok) {
    refuse(createLogger({ level: 'info', node: home }), read.error)
    return EXIT_FAILED
  }
  const { config } = read.value
  const logger = createLogger({ level: config.log.level, node: config.organization })
  const meter = createPromMeter()
  let fatal: (error: unknown) => void = () => undefined
  const failed = new Promise<number>((resolve) => {
    fatal = (error) => {
      logFatal(logger, error)
      resolve(EXIT_FAILED)
    }
  })
  process.on('uncaughtException', fatal)
  process.on('unhandledRejection', fatal)
  const stopped = untilSignal()
  try {
    const node = await startNode(read.value.consensusSeed === undefined ? { ...read.value } : read.value, {
      clock: systemClock,
      logger,
      meter,
      onFatal: fatal,
    })
    if (!node.ok) {
      refuse(logger, node.error)
      return EXIT_FAILED
    }
    return await serve(node.value, Promise.race([failed, stopped]))
  } catch (error) {
    logFatal(logger, error)
    return EXIT_FAILED
  }

  async function serve(node: RunningNode, end: Promise<number>): Promise<number> {
    const { rpc, metrics } = config
    const server = createRpcServer(
      { host: rpc.host, port: rpc.port, cors: rpc.cors, metricsHost: metrics.host, metricsPort: metrics.port, logger, meter, clock: systemClock, random: systemRandom },
      node.api,
    )
    const ports = await server.start()
    logger.info({ ...ports }, 'RPC listens')
    const code = await end
    const timeout = new Promise<void>((resolve) => {
      setTimeout(resolve, STOP_TIMEOUT_MS).unref()
    })
    await Promise.race([server.stop().then(() => node.stop()), timeout])
    return code
  }
}

function untilSignal(): Promise<number> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve(0))
  })
}

function refuse(logger: Logger, { code, message, hint, path }: Rejection): void {
  logger.fatal({ code, hint, path }, message)
}

function logFatal(logger: Logger, error: unknown): void {
  if (error instanceof StartRefused) return refuse(logger, error.rejection)
  if (error instanceof StoreFailure) return logger.fatal({ code: error.code, hint: error.hint, cause: String(error.cause ?? '') }, error.message)
  if (error instanceof InvariantError) {
    return logger.fatal({ code: 'node/invariant', stack: error.stack, hint: 'This is a defect. Keep the data folder and report it.' }, error.message)
  }
  const { message, stack } = error instanceof Error ? error : new Error(String(error))
  logger.fatal({ code: 'node/failed', stack }, message)
}
