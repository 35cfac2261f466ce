// @ts-check

const SIGNALS = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])

/**
 * @returns {AbortSignal} aborts on Ctrl-C, on a request to end and when nobody reads any more
 */
function interruption() {
  const controller = new AbortController()
  const interrupt = () => controller.abort()
  // Not `once`: npm passes on the Ctrl-C that has already come from the terminal.
  SIGNALS.forEach((name) => process.on(name, interrupt))
  process.stdout.on("error", interrupt)
  return controller.signal
}

module.exports = { interruption }
