/** Loaded first in every child: when the parent is gone, however it went, the child ends too. */

process.once('disconnect', () => {
  process.kill(process.pid, 'SIGTERM')
  setTimeout(() => process.exit(143), 5000).unref()
})
// Waiting for the parent's end alone must not keep a child alive.
process.channel?.unref()
