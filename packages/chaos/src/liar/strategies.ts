/**
 * How a lying node lies. It is the shipped node with another mouth: what it stores and believes is honest, what it says is not. The
 * simulator has many more; these are those whose price in throughput real processes must show.
 */
export const STRATEGIES = [
  'slow-primary',
  'silent-primary',
  'mute',
  'withheld-votes',
  'equivocating-primary',
  'equivocating-voter',
  'future-flood',
] as const
export type Strategy = (typeof STRATEGIES)[number]
