/** The access key that this command asks a node with. Set to nothing is not set: a shell or a service file clears a variable so. */
export function rpcKeyOf(environment: Readonly<Record<string, string | undefined>> = process.env): string | undefined {
  const key = environment['HANSE_RPC_KEY']
  return key === '' ? undefined : key
}
