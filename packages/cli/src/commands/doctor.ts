import type { Finding } from '@hanse/node'
import type { Register } from '../command.ts'
import { EXIT_CODE } from '../exit-code.ts'
import { mark } from '../terminal/output.ts'

/** `hanse doctor`, and the same as `hanse node doctor`. */
export const registerDoctor: Register = (doctor, run) => {
  doctor.action(
    async () =>
      await run(async ({ home, output }) => {
        const { examine } = await import('@hanse/node')
        const findings = await examine(home, { nowMs: Date.now, onFinding: (finding) => output.line(findingText(finding)) })
        const countOf = (status: Finding['status']): number => findings.filter((finding) => finding.status === status).length
        const [failures, warnings] = [countOf('failed'), countOf('warning')]
        output.line()
        output.line(`${findings.length} findings: ${failures} failed, ${warnings} to look at`)
        output.result({ home, failed: failures, warnings, findings })
        return failures === 0 ? EXIT_CODE.ok : EXIT_CODE.failed
      }),
  )
}

function findingText({ check, status, message, fix }: Finding): string {
  const text = `${check.padEnd(9)} ${message}`
  const line = { good: mark.good, warning: mark.warning, failed: mark.bad }[status](text)
  return fix === undefined ? line : `${line}\n  Try: ${fix}`
}
