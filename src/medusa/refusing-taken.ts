import { PluginError } from "../errors"
import { isRefusedAs } from "../sql"

/**
 * Does work that gives somebody a contact. Unique indexes of customers and logins decide who of several gets it.
 *
 * @throws PluginError `contact_taken` for whoever does not
 * @example await refusingTaken(() => executeOne(context, SET_FLAG.phone, flag))
 */
export async function refusingTaken<Result>(
  work: () => Promise<Result>
): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    throw isRefusedAs("unique_violation", error)
      ? new PluginError("contact_taken")
      : error
  }
}
