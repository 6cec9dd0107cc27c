import { readConfig } from './platform/config'
import { logger } from './platform/logger'
import { openServices, type Services } from './services'

export const print = (text: string) => process.stdout.write(`${text}\n`)

/**
 * Runs a command of the operator on the database that the service uses. What it throws is printed as
 * a sentence, and the exit code is 1.
 * @param order reads the command line, before anything is opened
 */
export function runCommand<Order>(
  order: () => Order,
  obey: (services: Services, order: Order) => Promise<void>,
): void {
  run(order, obey).then(
    () => process.exit(),
    (error: Error) => {
      process.stderr.write(`${error.message}\n`)
      process.exit(1)
    },
  )
}

async function run<Order>(
  readOrder: () => Order,
  obey: (services: Services, order: Order) => Promise<void>,
): Promise<void> {
  const order = readOrder()
  logger.level = 'warn'
  const services = await openServices(readConfig())
  try {
    await obey(services, order)
  } finally {
    await services.close()
  }
}
