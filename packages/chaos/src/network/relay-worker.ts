import { connect, type Server, type Socket } from 'node:net'

/**
 * Runs inside a node's network, and takes the connections of a door that was opened outside: a listening socket stays in the network where
 * it was made, whoever has it. So clients reach a node whose network has no way out, and no fault between the nodes touches them.
 */
const port = Number(process.argv[2])

process.on('message', (_message, door) => {
  const server = door as Server
  server.on('connection', (client: Socket) => {
    const node = connect({ host: '127.0.0.1', port })
    for (const socket of [client, node]) {
      socket.setNoDelay()
      socket.on('error', () => {
        client.destroy()
        node.destroy()
      })
    }
    client.pipe(node)
    node.pipe(client)
  })
  process.send?.('open')
})
// Whoever started it has ended.
process.on('disconnect', () => process.exit(0))
