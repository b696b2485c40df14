import type { Need } from '../machine/tools.ts'
import type { FabricType } from '../network/fabric.ts'
import type { FaultType, Schedule } from '../schedule.ts'
import { DAMAGE_FAULTS } from './damage.ts'
import { DISK_FAULTS } from './disk-faults.ts'
import type { FaultKind } from './fault.ts'
import { MACHINE_FAULTS } from './machine-faults.ts'
import { NETWORK_FAULTS } from './network-faults.ts'
import { PROCESS_FAULTS } from './process-faults.ts'

export const FAULTS: Readonly<Record<FaultType, FaultKind>> = {
  ...PROCESS_FAULTS,
  ...NETWORK_FAULTS,
  ...DISK_FAULTS,
  ...DAMAGE_FAULTS,
  ...MACHINE_FAULTS,
}

const FABRIC_NEEDS: Readonly<Record<FabricType, readonly Need[]>> = { plain: [], proxy: [], namespaces: ['namespaces', 'nft'] }

/** What a run needs of the machine. Without /proc no process can be told from another, and nothing be measured. */
export function needsOf({ fabric, faults }: Schedule): readonly Need[] {
  const all: readonly Need[] = ['proc', ...FABRIC_NEEDS[fabric], ...faults.flatMap(({ type }) => FAULTS[type].needs)]
  return [...new Set(all)]
}
