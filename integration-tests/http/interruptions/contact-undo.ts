import { freshPhone, PASSWORD } from "../../helpers/fixtures"
import {
  confirmRecovery,
  NEW_PASSWORD,
  recoveryCode,
} from "../../helpers/new-password"
import { changeWithLink, undo } from "../../helpers/undo"
import { Flow, flow } from "./flow"
import {
  Member,
  must,
  mustBeTheOnly,
  mustLogIn,
  mustNotLogIn,
  ok,
  okOrRefused,
  provenAccount,
} from "./person"

type Owner = Member & { moved: string; link: string; stolen: string }

/** The owner of a phone undoes what a thief has done with a stolen login. */
export const contactUndo: Flow = flow<Owner>({
  name: "undo of a contact change",
  prepare: async (shop) => {
    const member = await provenAccount(shop, "phonepass")
    const moved = freshPhone()
    const { token: link, login: stolen } = await changeWithLink(
      shop.store,
      member.token,
      member.phone,
      { phone: moved }
    )
    return { ...member, moved, link, stolen }
  },
  run: async ({ store }, { link }) => {
    ok(await undo(store, link), "undo")
  },
  retry: async ({ store }, { link }) => {
    const again = await undo(store, link)
    must(
      Boolean(okOrRefused(again, "undo again")) ||
        again.body.code === "undo_used",
      `undo again: ${again.status} ${again.body.code}`
    )
  },
  check: async (shop, { id, phone, moved, stolen }) => {
    await mustBeTheOnly(shop, id, "phonepass", phone)
    const me = await shop.store.api("GET", "/store/customers/me", {
      token: stolen,
    })
    must(me.status === 401, `the stolen login: ${me.status}`)
    await mustNotLogIn(shop, "the thief", "phonepass", moved, PASSWORD)
    await mustNotLogIn(shop, "the old password", "phonepass", phone, PASSWORD)
    const typed = await recoveryCode(shop.store, phone)
    ok(await confirmRecovery(shop.store, typed), "the recovery")
    await mustLogIn(shop, id, "phonepass", phone, NEW_PASSWORD)
  },
})
