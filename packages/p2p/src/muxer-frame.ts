/** github.com/hashicorp/yamux/blob/master/spec.md: version, type, flags (2), stream (4), length (4). */
export const MUXER_HEADER_BYTES = 12
export const TYPE_OFFSET = 1
export const FLAGS_OFFSET = 2
export const STREAM_OFFSET = 4
export const LENGTH_OFFSET = 8
export const TYPE_DATA = 0
export const TYPE_WINDOW_UPDATE = 1
export const TYPE_PING = 2
