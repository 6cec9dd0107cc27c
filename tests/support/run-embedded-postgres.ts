/** A process that runs the embedded PostgreSQL on a directory until it is told to end. */
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres'

async function main(directory: string) {
  const { url, owned, stop } = await startEmbeddedPostgres({ directory })
  process.once('SIGTERM', async () => {
    await stop()
    process.exit(0)
  })
  console.log(JSON.stringify({ url, owned }))
  // the server alone does not keep its process alive
  setInterval(() => undefined, 60_000)
}

main(process.argv[2] ?? '').catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
