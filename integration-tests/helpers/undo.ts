import { changeContact, NewContact } from "./change-contact"
import { messagesTo } from "./codes"
import { HttpResponse } from "./http"
import { Message, Store } from "./store"
import { waitFor } from "./wait-for"

/** The link of a notice, as its reader clicks it. */
export function undoLink({ text = "" }: Message): URL | undefined {
  const [link] = text.match(/https?:\S+\/undo-contact-change\?\S+/) ?? []
  return link ? new URL(link) : undefined
}

/** Changes a contact → the token of the link that the old one got, and the new login. */
export async function changeWithLink(
  store: Store,
  login: string,
  from: string,
  contact: NewContact
): Promise<{ token: string; login: string }> {
  const links = () =>
    messagesTo(store, from).flatMap((message) => undoLink(message) ?? [])
  const known = links().length
  const changed = await changeContact(store, login, contact)
  expect(changed.status).toBe(200)
  const link = await waitFor(`the link to ${from}`, () => links()[known])
  return {
    token: link.searchParams.get("token")!,
    login: changed.body.token as string,
  }
}

/** `POST /store/customers/contact-change/undo` */
export function undo(
  store: Store,
  token: unknown,
  server?: number
): Promise<HttpResponse> {
  return store.api("POST", "/store/customers/contact-change/undo", {
    body: { token },
    server,
  })
}
