import { Provider } from "../../helpers/fixtures"
import { Shop } from "./use-shop"

/** Something that a person does in a shop, and that may be interrupted at each of its writes. */
export interface Flow<Person = unknown> {
  name: string
  /** Somebody new, up to the moment at which the flow begins. */
  prepare(shop: Shop): Promise<Person>
  /** Does it; throws if an answer is not the one hoped for. What was learned on the way is kept in the person. */
  run(shop: Shop, person: Person): Promise<void>
  /** What the person does next, of themselves, if it threw: the same again, or a new code. Throws if it leads nowhere. */
  retry(shop: Shop, person: Person): Promise<void>
  /** Throws unless all is as if nothing had been interrupted. */
  check(shop: Shop, person: Person): Promise<void>
  /** Whoever prepared something under the person's contacts, and must not profit from any of it. */
  strangers?(person: Person): Stranger[]
}

export type Stranger = {
  provider: Provider
  contact: string
  password: string
  /** Of `/auth/customer/:provider/register`. */
  registrationToken: string
}

/** Lets flows of different persons stand in one list. */
export function flow<Person>(flow: Flow<Person>): Flow {
  return flow
}
