import { eventList } from '../lists/event-list.ts'
import type { Method } from '../method.ts'

export const eventMethods: readonly Method[] = [eventList]
