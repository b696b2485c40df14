import type { Attack } from './attack.ts'
import { HTTP_ATTACKS } from './http-attacks.ts'
import { SOCKET_ATTACKS } from './socket-attacks.ts'

export const ATTACKS: readonly Attack[] = [...HTTP_ATTACKS, ...SOCKET_ATTACKS]
