import { startNode } from './support.ts'

/** A node in a process of its own, for tests that kill it. Arguments: name, port, id and address of its one peer. */
const [name = '', port = '', peerId = '', ...addresses] = process.argv.slice(2)
await startNode(name, { listen: [`127.0.0.1:${port}`], peers: [{ peerId, addresses }] })
process.stdout.write('listening\n')
