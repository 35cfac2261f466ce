// @ts-check
// A server that stays up between test runs: they then find their template database again
// and a single spec starts within seconds.
const { startPostgres, THROWAWAY_FLAGS } = require("./lib/postgres")

void startPostgres({ flags: THROWAWAY_FLAGS }).then((postgres) => {
  const stop = () => {
    void postgres.stop().finally(() => process.exit())
  }
  process.once("SIGINT", stop)
  process.once("SIGTERM", stop)
  console.log(`export DATABASE_URL=${postgres.databaseUrl("postgres")}`)
})
