// @ts-check

/**
 * @returns {AbortSignal} aborts on Ctrl-C, on a request to end and when nobody reads any more
 */
export function interruption() {
  const controller = new AbortController()
  const interrupt = () => controller.abort()
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    // Not `once`: npm passes on the Ctrl-C that has already come from the terminal.
    process.on(name, interrupt)
  }
  process.stdout.on("error", interrupt)
  return controller.signal
}
