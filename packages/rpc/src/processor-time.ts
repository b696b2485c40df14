/**
 * Processor time that this thread has used, in ms. What is charged by it does not depend on what else the machine does; Node before 23.9
 * has it for the whole process only.
 */
export function processorMs(): number {
  const { user, system } = typeof process.threadCpuUsage === 'function' ? process.threadCpuUsage() : process.cpuUsage()
  return (user + system) / 1000
}
