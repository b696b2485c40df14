import type { Rejection } from '@hanse/primitives'
import type { BlockContext } from '@hanse/state'
import { NOTICE_HEIGHTS_MAX } from './limits.ts'
import { refuse } from './rejections.ts'

/** A height that somebody asks for may lie far ahead, but not out of sight. */
export function heightFault({ height }: BlockContext, atHeight: number | undefined): Rejection | undefined {
  if (atHeight === undefined || atHeight <= height + NOTICE_HEIGHTS_MAX) return undefined
  return refuse('governance/bad-height', `${atHeight} is more than ${NOTICE_HEIGHTS_MAX} above ${height}`, 'action.atHeight')
}
