import { join } from 'node:path'
import { Host } from './hosts.ts'

/** Hosts on one switch, each with an address that the documents name. */
export interface Lan {
  readonly hosts: readonly Host[]
  /** Pulls the cable of a host, or puts it back: what is on its way is lost, and nobody is told. */
  setCable(host: Host, state: 'down' | 'up'): Promise<void>
  stop(): Promise<void>
}

export async function createLan(folder: string, addresses: ReadonlyMap<string, string>): Promise<Lan> {
  const started: Host[] = []
  const stop = async (): Promise<void> => {
    await Promise.all(started.map((host) => host.stop()))
  }
  const start = async (name: string): Promise<Host> => {
    const host = await Host.start(name, join(folder, name))
    started.push(host)
    return host
  }
  try {
    const lanSwitch = await start('switch')
    await mustRun(lanSwitch, 'ip link add lan type bridge && ip link set lan up')
    const hosts: Host[] = []
    for (const [name, address] of addresses) {
      const host = await start(name)
      host.connect(lanSwitch, 'eth0', `port${hosts.length}`)
      await mustRun(lanSwitch, `ip link set port${hosts.length} master lan up`)
      await mustRun(host, `ip address add ${address}/24 dev eth0 && ip link set eth0 up`)
      hosts.push(host)
    }
    return {
      hosts,
      stop,
      setCable: async (host, state) => await mustRun(lanSwitch, `ip link set port${hosts.indexOf(host)} ${state}`),
    }
  } catch (error) {
    await stop()
    throw error
  }
}

async function mustRun(host: Host, script: string): Promise<void> {
  const { code, stderr } = await host.run(script, { user: 'root' })
  if (code !== 0) throw new Error(`${host.name}: ${script}: ${stderr}`)
}
