// @ts-check
// Preloaded into every store process, so that none outlives a test run that was killed.
process.once("disconnect", () => process.exit(1))
process.channel?.unref()
