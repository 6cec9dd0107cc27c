/** Loaded into a measured process before anything else: tells its parent what it has used so far. */
process.on('message', (message) => {
  if (message === 'usage') process.send?.({ cpuMicroseconds: cpuMicroseconds(), rss: rssBytes() })
})
// the parent's question alone must not keep a process alive that has stopped
process.channel?.unref()

function cpuMicroseconds(): number {
  const { user, system } = process.cpuUsage()
  return user + system
}

const rssBytes = () => process.memoryUsage.rss()
