const BAR_WIDTH = 24

/** A bar on a terminal's stderr; nothing elsewhere. */
export class Progress {
  readonly #total: number
  readonly #startedAtMs: number
  readonly #isShown: boolean

  constructor(total: number) {
    this.#total = total
    this.#startedAtMs = performance.now()
    this.#isShown = process.stderr.isTTY === true && total > 1
  }

  show(done: number, violations: number): void {
    if (!this.#isShown) return
    const filled = Math.floor((BAR_WIDTH * done) / this.#total)
    const leftMs = done === 0 ? undefined : ((performance.now() - this.#startedAtMs) / done) * (this.#total - done)
    const left = leftMs === undefined ? '' : `, ${Math.ceil(leftMs / 1000)} s left`
    const found = violations === 0 ? '' : `, ${violations} with a violation`
    process.stderr.write(`\r\x1b[K${'█'.repeat(filled)}${'░'.repeat(BAR_WIDTH - filled)} ${done} of ${this.#total} seeds${found}${left}`)
  }

  /** Before anything else is printed. */
  clear(): void {
    if (this.#isShown) process.stderr.write('\r\x1b[K')
  }
}
