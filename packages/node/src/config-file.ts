/** Of a node's folder. */
export const CONFIG_FILE = 'config.toml'
