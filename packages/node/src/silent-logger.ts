import type { Logger } from '@hanse/ports'

const silent = (): void => undefined

/** For work on a stopped node: what goes wrong is told by results. */
export const SILENT: Logger = {
  ...{ fatal: silent, error: silent, warn: silent, info: silent, debug: silent, trace: silent },
  child: () => SILENT,
}
