import type { RawFrame, SimFrame } from '../frame.ts'

/** What a liar puts on the wire: a frame or bytes, at once or held back for a while. */
export type ToldFrame = (SimFrame | RawFrame) & { readonly delayUs?: number }
