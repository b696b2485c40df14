import type { Rejection } from '@hanse/primitives'
import type { BlockContext } from '@hanse/state'
import { AHEAD_HEIGHTS_MAX } from './limits.ts'
import { refuse } from './rejections.ts'

/** Nothing is retroactive: what is published takes effect above the block that it is in, at most so far ahead. */
export function heightFault({ height }: BlockContext, effectiveFrom: number): Rejection | undefined {
  if (effectiveFrom > height && effectiveFrom <= height + AHEAD_HEIGHTS_MAX) return undefined
  const message = `${effectiveFrom} is not above ${height} and at most ${height + AHEAD_HEIGHTS_MAX}`
  return refuse('supervision/bad-height', message, 'effectiveFrom')
}
