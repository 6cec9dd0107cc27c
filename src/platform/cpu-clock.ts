/**
 * Milliseconds of CPU that this process has used: a budget by this clock is not spent while the
 * machine is busy with something else.
 */
export function cpuClockMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
