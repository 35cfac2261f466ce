import { Message, Store } from "./store"
import { waitFor } from "./wait-for"

/** The one-time code a message carries: in its data when the provider renders, else in its text. */
export function codeOf({ data, text = "" }: Message): string {
  const code =
    data?.code ??
    text.match(/(?<![+\w])(\d{4,10}|(?=\w*\d)[A-Z\d]{4,10})(?!\w)/)?.[0]
  if (typeof code !== "string") {
    throw new Error(`No code in: ${text}`)
  }
  return code
}

export function messagesTo(store: Store, to: string): Message[] {
  return store.outbox().filter((message) => message.to === to)
}

/** Waits for the n-th message to an address, since some go out after the answer. */
export function messageTo(store: Store, to: string, nth = 1): Promise<Message> {
  return waitFor(
    `message ${nth} to ${to}`,
    () => messagesTo(store, to)[nth - 1]
  )
}

/** The code of the newest message to an address; waits if there is none yet. */
export async function lastCodeFor(store: Store, to: string): Promise<string> {
  await messageTo(store, to)
  return codeOf(messagesTo(store, to).at(-1)!)
}
