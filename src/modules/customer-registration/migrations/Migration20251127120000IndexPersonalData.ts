import { OnlineMigration } from "../../../medusa/migrations"
import type { OnlineSchema } from "../../../sql"
import { OF_PERSONS } from "../indexes"

/**
 * Takes back the indexes by which an erasure finds a person. They are built by the module's loader: on a new database the
 * tables of carts, payments and notifications are not there yet.
 */
export class Migration20251127120000IndexPersonalData extends OnlineMigration {
  protected override async install(): Promise<void> {}

  protected override async remove(schema: OnlineSchema): Promise<void> {
    for (const { name } of OF_PERSONS) {
      await schema.dropIndex(name)
    }
  }
}
