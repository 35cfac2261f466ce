import { PASSWORD, Provider } from "../../helpers/fixtures"
import { changePassword, NEW_PASSWORD } from "../../helpers/new-password"
import { Flow, flow } from "./flow"
import {
  CONTACT,
  login,
  Member,
  mustBeTheOnly,
  mustLogIn,
  mustNotLogIn,
  ok,
  okOrRefused,
  provenAccount,
} from "./person"
import { Shop } from "./use-shop"
import { byCode, byMail, Proof, Way } from "./ways"

const PROVIDERS: Provider[] = ["emailpass", "phonepass"]

/** An account that logs in by both contacts. */
async function twoLogins(shop: Shop): Promise<Member> {
  const member = await provenAccount(shop, "emailpass")
  await mustLogIn(shop, member.id, "phonepass", member.phone, PASSWORD)
  return member
}

async function checkPasswords(shop: Shop, person: Member): Promise<void> {
  for (const provider of PROVIDERS) {
    const contact = person[CONTACT[provider]]
    await mustBeTheOnly(shop, person.id, provider, contact)
    await mustLogIn(shop, person.id, provider, contact, NEW_PASSWORD)
    await mustNotLogIn(shop, "the old password", provider, contact, PASSWORD)
  }
}

/** A password that was forgotten, of an account that has proven its contacts. */
export function forgottenPassword(way: Way): Flow {
  return flow<Member & Proof>({
    name: `${way.name} of a proven account`,
    prepare: async (shop) => {
      const member = await twoLogins(shop)
      return { ...member, contact: member[CONTACT[way.provider]] }
    },
    run: way.run,
    retry: way.retry,
    check: checkPasswords,
  })
}

/** A password is changed by somebody who then logs in with this provider. */
export function passwordChange(provider: Provider): Flow {
  const change = ({ store }: Shop, { token }: Member) =>
    changePassword(store, token)

  return flow<Member>({
    name: `password change, then ${provider}`,
    prepare: twoLogins,
    run: async (shop, person) => {
      ok(await change(shop, person), "me/password")
    },
    retry: async (shop, person) => {
      const contact = person[CONTACT[provider]]
      const again = await change(shop, person)
      if (okOrRefused(again, "me/password again")) {
        return
      }
      // Whoever reads that the old password is wrong thinks that the new one holds.
      if (!(await login(shop, provider, contact, NEW_PASSWORD))) {
        await byCode(provider).run(shop, { contact })
      }
    },
    check: checkPasswords,
  })
}

export const passwords: Flow[] = [
  forgottenPassword(byCode("phonepass")),
  forgottenPassword(byMail),
  passwordChange("emailpass"),
  passwordChange("phonepass"),
]
