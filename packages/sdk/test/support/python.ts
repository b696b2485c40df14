import { spawn, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export const CLIENTS = fileURLToPath(new URL('../../../../docs/clients/', import.meta.url))

/** Why the Python client cannot run here, or false. */
export function pythonSkip(): string | false {
  const { status, error } = spawnSync('python3', ['-c', 'import cryptography'])
  if (error !== undefined) return 'no python3 on this machine'
  return status === 0 ? false : 'python3 has no package cryptography'
}

export interface PythonRun {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs one of docs/clients to its end. */
export function runPython(script: string, ...words: readonly string[]): Promise<PythonRun> {
  const env = { ...process.env, PYTHONDONTWRITEBYTECODE: '1' }
  const child = spawn('python3', [`${CLIENTS}${script}`, ...words], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let [stdout, stderr] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, stdout, stderr }))
  })
}
