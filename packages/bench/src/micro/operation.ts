/** One thing that the node does often, as the shipped packages do it, on input as it really comes. */
export interface Operation {
  /** Part and verb: what the baseline calls it. */
  readonly name: string
  /** What one of them is. */
  readonly unit: string
  /** How many units one time makes. */
  readonly unitsPerTime: number
  /** Does it so often, one after the other. */
  run(times: number): void | Promise<void>
}

/** Operations with what they stand on. */
export interface OperationSet {
  readonly operations: readonly Operation[]
  close(): Promise<void>
}

/** What was made last: work whose result nobody has could be left out by the compiler. */
const kept: unknown[] = []

/** `once` does `unitsPerTime` units, and returns what they made. Its index counts up, for input that differs. */
export function operation(name: string, unit: string, once: (index: number) => unknown, unitsPerTime = 1): Operation {
  let index = 0
  return {
    ...{ name, unit, unitsPerTime },
    run: (times) => {
      for (let time = 0; time < times; time++) kept[0] = once(index++)
    },
  }
}

/** As `operation`, for work that ends in another thread. */
export function waitingOperation(name: string, unit: string, once: (index: number) => Promise<unknown>, unitsPerTime = 1): Operation {
  let index = 0
  return {
    ...{ name, unit, unitsPerTime },
    run: async (times) => {
      for (let time = 0; time < times; time++) kept[0] = await once(index++)
    },
  }
}

/** The one at this place, from the start again after the last. */
export function at<T>(items: readonly T[], index: number): T {
  return items[index % items.length] as T
}
