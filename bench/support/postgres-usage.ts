import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const ticksPerSecond = 100

/**
 * CPU milliseconds that all processes of an embedded PostgreSQL have used so far, those that still run;
 * NaN where there is no /proc.
 */
export function postgresCpuMs(postgresDirectory: string): number {
  if (!existsSync('/proc/self/stat')) return Number.NaN
  const file = readFileSync(join(postgresDirectory, 'data', 'postmaster.pid'), 'utf8')
  const [postmaster = ''] = file.split('\n')
  const ticks = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => ticksOf(pid, postmaster))
  return (ticks.reduce((sum, one) => sum + one, 0) * 1000) / ticksPerSecond
}

function ticksOf(pid: string, postmaster: string): number {
  try {
    // behind the name in brackets: state, parent, …; user and system time are fields 14 and 15
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    if (pid !== postmaster && fields[1] !== postmaster) return 0
    return Number(fields[11]) + Number(fields[12])
  } catch {
    return 0
  }
}
