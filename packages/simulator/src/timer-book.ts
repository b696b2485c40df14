import type { ValidatorIndex } from '@hanse/protocol'
import type { ReplicaTimer } from '@hanse/replica'

/** Which start of each timer is the running one: an event of any other start is void. */
export class TimerBook {
  readonly #running = new Map<string, number>()
  #starts = 0

  /** Gives the start's number. */
  start(node: ValidatorIndex, timer: ReplicaTimer): number {
    const start = this.#starts++
    this.#running.set(`${node}/${timer}`, start)
    return start
  }

  stop(node: ValidatorIndex, timer: ReplicaTimer): void {
    this.#running.delete(`${node}/${timer}`)
  }

  isRunning(node: ValidatorIndex, timer: ReplicaTimer, start: number): boolean {
    return this.#running.get(`${node}/${timer}`) === start
  }

  /** The process ended, and its timers with it. */
  forget(node: ValidatorIndex): void {
    for (const key of this.#running.keys()) if (key.startsWith(`${node}/`)) this.#running.delete(key)
  }
}
