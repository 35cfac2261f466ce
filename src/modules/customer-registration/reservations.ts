import type { Context } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { deriveKey, mac } from "../../keys"
import { execute } from "../../sql"
import { RELEASE, RESERVE } from "./statements"

/** Seconds after which a reservation of a crashed registration is free again. */
const SECONDS = 60

/** Short leases on contacts, kept as keyed hashes. */
export class Reservations {
  private readonly key: Buffer

  /** @param secret of the server */
  constructor(secret: string) {
    this.key = deriveKey(secret, "reservation")
  }

  /**
   * Takes all of these values, or none.
   *
   * @param context of an open transaction
   * @returns the holder; `undefined` if somebody else holds one of them
   */
  async take(context: Context, values: string[]): Promise<string | undefined> {
    const holder = generateEntityId(undefined, "cresv")
    const keys = [...new Set(values)].map((value) => mac(this.key, value))
    const bindings = [holder, SECONDS, JSON.stringify(keys)]
    const rows = await execute(context, RESERVE, bindings)
    if (rows.length === keys.length) {
      return holder
    }
    await this.end(context, holder)
    return undefined
  }

  /** Ends a reservation. */
  async end(context: Context, holder: string): Promise<void> {
    await execute(context, RELEASE, [holder])
  }
}
