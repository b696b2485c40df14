/** Wall time and timers. The node reads the machine's clock; the simulator a virtual one. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. May jump. */
  nowMs(): number
  /** Fires once, never before `durationMs` have passed. `stop` after firing is a no-op. */
  startTimer(durationMs: number, onFire: () => void): Timer
}

export interface Timer {
  stop(): void
}

/** Unpredictable bytes, for keys and transaction uniques. */
export interface Random {
  bytes(length: number): Uint8Array
}
