/** Work that is done sooner shows nothing, in ms. */
const SHOWN_AFTER_MS = 2_000
const REDRAW_MS = 100
const BAR_WIDTH = 28

export interface Progress {
  /** One more piece is done. */
  advance(): void
  /** So many are done in all, of `total` where that has changed. */
  reach(pieces: number, total?: number): void
  /** Takes the bar away until the next piece is done, so that a line can be written. */
  clear(): void
}

export interface ProgressStream {
  readonly isTTY?: boolean
  write(text: string): unknown
}

/** A bar on standard error for what takes longer than two seconds; on a terminal only. Without a total it is a line that counts. */
export function createProgress(
  label: string,
  total?: number,
  stream: ProgressStream = process.stderr,
  nowMs = () => performance.now(),
): Progress {
  const startedMs = nowMs()
  let all = total
  let done = 0
  let drawnAtMs = Number.NEGATIVE_INFINITY
  let shown = ''
  const reach = (pieces: number, changed = all): void => {
    done = pieces
    all = changed
    const now = nowMs()
    if (stream.isTTY !== true || now - startedMs < SHOWN_AFTER_MS || now - drawnAtMs < REDRAW_MS) return
    const bar = drawBar(label, done, all)
    if (bar === shown) return
    drawnAtMs = now
    shown = bar
    stream.write(`\r\x1b[K${bar}`)
  }
  return {
    advance: () => reach(done + 1),
    reach,
    clear: () => {
      if (shown !== '') stream.write('\r\x1b[K')
      shown = ''
    },
  }
}

export function drawBar(label: string, done: number, total?: number): string {
  if (total === undefined) return done === 0 ? `${label} …` : `${label} … ${done}`
  const share = total === 0 ? 1 : Math.min(1, done / total)
  const filled = Math.round(share * BAR_WIDTH)
  return `${label} ${'█'.repeat(filled)}${'░'.repeat(BAR_WIDTH - filled)} ${done}/${total} ${Math.floor(share * 100)} %`
}

/** Bars of works that follow each other. */
export interface ProgressSteps {
  /** How far the work with this label has come; another label is the next work. */
  reach(label: string, pieces: number, total?: number): void
  clear(): void
}

export function createProgressSteps(stream: ProgressStream = process.stderr, nowMs = () => performance.now()): ProgressSteps {
  let current: { readonly label: string; readonly bar: Progress } | undefined
  return {
    reach: (label, pieces, total) => {
      if (current?.label !== label) {
        current?.bar.clear()
        current = { label, bar: createProgress(label, total, stream, nowMs) }
      }
      current.bar.reach(pieces, total)
    },
    clear: () => current?.bar.clear(),
  }
}
