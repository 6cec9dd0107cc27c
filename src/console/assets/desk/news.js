// Live news: server-sent events, while the page is seen. Who was away is told what happened since.

import { queue, section, since, site } from './page.js'

/** After an answer that ends it for the browser: a proxy's while the service starts anew. */
const retryAfterMs = 15_000

let events = null
let place = since
let retryTimer

/** @param hear what is done with each piece of news */
export function followNews(hear) {
  function follow() {
    clearTimeout(retryTimer)
    if (document.hidden) {
      stop()
      return
    }
    if (events) return
    events = new EventSource(
      `/console/events?${new URLSearchParams({ site, section, queue, since: place })}`,
    )
    events.onmessage = ({ data, lastEventId }) => {
      place = lastEventId
      hear(JSON.parse(data))
    }
    events.onerror = () => {
      if (events?.readyState !== EventSource.CLOSED) return
      events = null
      retryTimer = setTimeout(follow, retryAfterMs)
    }
  }
  document.addEventListener('visibilitychange', follow)
  addEventListener('pagehide', stop)
  addEventListener('pageshow', follow)
  follow()
}

function stop() {
  events?.close()
  events = null
}
