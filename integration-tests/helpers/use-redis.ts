import { Redis, startRedis } from "../../scripts/lib/redis"

const START_TIMEOUT_MS = 180_000

/** A Redis of its own for the `describe` that calls it. A store that uses it belongs into a `describe` inside, so that it ends first. */
export function useRedis(): Redis {
  let redis: Redis | undefined

  beforeAll(async () => {
    redis = await startRedis()
  }, START_TIMEOUT_MS)

  afterAll(() => redis?.stop())

  const started = () => {
    if (!redis) {
      throw new Error("Redis is not up yet: use it inside a test or a hook")
    }
    return redis
  }
  return {
    get url() {
      return started().url
    },
    kill: () => started().kill(),
    restart: () => started().restart(),
    stop: () => started().stop(),
  }
}
