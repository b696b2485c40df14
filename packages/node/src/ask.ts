export { CONFIG_FILE } from './config-file.ts'
export { rpcKeyOf } from './rpc-key.ts'
