/** Work that is done sooner shows nothing, in ms. */
const SHOWN_AFTER_MS = 2_000
const REDRAW_MS = 100
const BAR_WIDTH = 28

export interface Progress {
  /** One more piece is done. */
  advance(): void
  /** So many are done in all. */
  reach(pieces: number): void
  /** Takes the bar away until the next piece is done, so that a line can be written. */
  clear(): void
}

interface ProgressStream {
  readonly isTTY?: boolean
  write(text: string): unknown
}

/** A bar on standard error for what takes longer than two seconds; on a terminal only. */
export function createProgress(
  label: string,
  total: number,
  stream: ProgressStream = process.stderr,
  nowMs = () => performance.now(),
): Progress {
  const startedMs = nowMs()
  let done = 0
  let drawnAtMs = Number.NEGATIVE_INFINITY
  let isShown = false
  const reach = (pieces: number): void => {
    done = pieces
    const now = nowMs()
    if (stream.isTTY !== true || now - startedMs < SHOWN_AFTER_MS || now - drawnAtMs < REDRAW_MS) return
    drawnAtMs = now
    isShown = true
    stream.write(`\r\x1b[K${drawBar(label, done, total)}`)
  }
  return {
    advance: () => reach(done + 1),
    reach,
    clear: () => {
      if (isShown) stream.write('\r\x1b[K')
      isShown = false
    },
  }
}

export function drawBar(label: string, done: number, total: number): string {
  const share = total === 0 ? 1 : Math.min(1, done / total)
  const filled = Math.round(share * BAR_WIDTH)
  return `${label} ${'█'.repeat(filled)}${'░'.repeat(BAR_WIDTH - filled)} ${done}/${total} ${Math.floor(share * 100)} %`
}
