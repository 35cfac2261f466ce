import {
  messagesTo,
  verifiedCustomer,
  freshPhone,
} from "../../helpers/fixtures"
import { askForRecovery } from "../../helpers/new-password"
import { Store } from "../../helpers/store"
import { waitFor } from "../../helpers/wait-for"

/** The default of `limits.per_destination_hour`. */
const MAILS_PER_HOUR = 5

/** One mailbox under many spellings. */
export function speltEmails(store: Store) {
  it("An e-mail in other letter cases, with spaces or unseen characters, is one destination, and mails go as it is stored", async () => {
    const { email } = await verifiedCustomer(store, { phone: freshPhone() })
    const spellings = [
      email.toUpperCase(),
      ` ${email} `,
      email.replace("@example", "@EXAMPLE"),
      `\u200b${email}`,
      `${email}\u00a0`,
      email.replace(/^./, (letter) => letter.toUpperCase()),
      email,
    ]

    const answers = []
    for (const spelling of spellings) {
      answers.push((await askForRecovery(store, { email: spelling })).status)
    }

    expect(answers).toEqual([
      ...Array<number>(MAILS_PER_HOUR).fill(200),
      429,
      429,
    ])
    // The first was the code that verified the address.
    await waitFor(
      "the last mail that the limit allows",
      () => messagesTo(store, email)[MAILS_PER_HOUR - 1]
    )
    const recipients = store
      .outbox()
      .map(({ to }) => to)
      .filter((to) => to.toLowerCase().includes(email))
    expect(new Set(recipients)).toEqual(new Set([email]))
  })
}
