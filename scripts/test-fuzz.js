// @ts-check
// `npm run test:fuzz`: 2,000 random sequences of all flows, and 20,000 odd requests. It takes an hour or two; `npm test` runs
// 60 and 400. FUZZ_RUNS and FUZZ_INPUTS say how many; a failure says the FUZZ_SEED, FUZZ_PATH, FUZZ_REPLAY and
// FUZZ_MODE that repeat it.
process.env.FUZZ_SEED ??= String(Date.now() % 2 ** 31)
process.env.FUZZ_RUNS ??= "2000"
process.env.FUZZ_INPUTS ??= "20000"
process.env.FUZZ_VERBOSE ??= "1"
process.argv.splice(2, 0, "integration-tests/fuzz")
require("./test")
