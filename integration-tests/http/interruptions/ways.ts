import { Provider } from "../../helpers/fixtures"
import {
  askForRecovery,
  askForReset,
  confirmRecovery,
  finishReset,
  resetLink,
} from "../../helpers/new-password"
import {
  beforeMessage,
  CONTACT,
  newCode,
  nextMessage,
  ok,
  okOrRefused,
  TypedCode,
} from "./person"
import { Shop } from "./use-shop"

/** Somebody who proves a contact to set a password, and what they have in hand for it. */
export type Proof = { contact: string; typed?: TypedCode; mailed?: string }

/** A way to set a password by proving a contact. */
export type Way = {
  name: string
  provider: Provider
  run: (shop: Shop, person: Proof) => Promise<void>
  retry: (shop: Shop, person: Proof) => Promise<void>
}

/** `password/request` and `password/confirm` */
export function byCode(provider: Provider): Way {
  const run = async (shop: Shop, person: Proof) => {
    const { contact } = person
    person.typed = await newCode(shop, contact, () =>
      askForRecovery(shop.store, { [CONTACT[provider]]: contact })
    )
    ok(await confirmRecovery(shop.store, person.typed), "password/confirm")
  }
  return {
    name: `recovery, ${provider}`,
    provider,
    run,
    retry: async (shop, person) => {
      const again =
        person.typed &&
        okOrRefused(
          await confirmRecovery(shop.store, person.typed),
          "password/confirm again"
        )
      if (!again) {
        await run(shop, person)
      }
    },
  }
}

/** Medusa's own reset, with the link in a mail. */
export const byMail: Way = {
  name: "reset by mail",
  provider: "emailpass",
  run: resetByMail,
  retry: async (shop, person) => {
    const again =
      person.mailed &&
      okOrRefused(await finishReset(shop.store, person.mailed), "update again")
    if (!again) {
      await resetByMail(shop, person)
    }
  },
}

async function resetByMail(shop: Shop, person: Proof): Promise<void> {
  const { contact } = person
  const before = await beforeMessage(shop, contact)
  const asked = await askForReset(shop.store, contact)
  ok({ ...asked, status: asked.status === 201 ? 200 : asked.status }, "reset")
  const mail = await nextMessage(shop, contact, before)
  person.mailed = resetLink(mail).searchParams.get("token")!
  ok(await finishReset(shop.store, person.mailed), "update")
}
