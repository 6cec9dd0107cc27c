import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import express, { type Request } from 'express'
import { disconnectSignal } from '../../src/platform/http/gone'

test.each([
  ['before the signal is made', true],
  ['after it', false],
])('a client that disconnects %s aborts it', async (_when, isGoneBefore) => {
  const asked: Request[] = []
  const server = express()
    .get('/', (request) => void asked.push(request))
    .listen(0, '127.0.0.1')
  await once(server, 'listening')
  const client = connect((server.address() as AddressInfo).port, '127.0.0.1')
  const arrived = once(server, 'request')
  client.write('GET / HTTP/1.1\r\nhost: localhost\r\n\r\n')
  await arrived
  const [request] = asked as [Request]
  const signal = isGoneBefore ? undefined : disconnectSignal(request)
  expect(signal?.aborted ?? false).toBe(false)
  const closed = once(request.res as NonNullable<Request['res']>, 'close')
  client.destroy()
  await closed
  expect((signal ?? disconnectSignal(request)).aborted).toBe(true)
  server.close()
})
