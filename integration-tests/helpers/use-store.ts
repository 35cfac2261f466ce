import { BootedStore, BootOptions, bootStore } from "./boot-store"
import { Store } from "./store"

const BOOT_TIMEOUT_MS = 180_000

/**
 * A store for the spec file or the `describe` that calls it, from its first test to its
 * last. Booting takes seconds, so put tests that want the same options side by side. A function is asked for options that
 * are not known before.
 */
export function useStore(
  options: BootOptions | (() => BootOptions) = {}
): Store {
  let booted: BootedStore | undefined

  beforeAll(async () => {
    booted = await bootStore(
      typeof options === "function" ? options() : options
    )
  }, BOOT_TIMEOUT_MS)

  afterAll(async () => {
    await booted?.shutDown()
  }, BOOT_TIMEOUT_MS)

  return standIn(() => {
    if (!booted) {
      throw new Error("The store is not up yet: use it inside a test or a hook")
    }
    return booted.store
  })
}

/** Lets a spec hold the store in a constant before there is one. */
function standIn(current: () => Store): Store {
  return new Proxy({} as Store, {
    get(_target, property) {
      const store = current()
      const value: unknown = Reflect.get(store, property, store)
      return typeof value === "function" ? value.bind(store) : value
    },
  })
}
