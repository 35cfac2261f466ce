import { atOnce } from "../../helpers/at-once"
import { freshPhone, messagesTo } from "../../helpers/fixtures"
import { send } from "../../helpers/otp"
import { insertCustomer } from "../../helpers/rows"
import { Store } from "../../helpers/store"

const AT_ONCE = 50
const SLOW_MS = 1_000

export function smallPool(store: Store) {
  afterEach(() => store.slowProvider(0))

  it.each([
    ["a quick provider", 0],
    ["a provider that takes a second", SLOW_MS],
  ])("sends 50 codes at once by %s, one message each", async (_name, ms) => {
    const people = await atOnce(AT_ONCE, async () => {
      const phone = freshPhone()
      return { phone, id: await insertCustomer(store, { phone }) }
    })
    store.slowProvider(ms)
    const answers = await Promise.all(people.map(({ id }) => send(store, id)))
    expect(answers.map(({ status }) => status)).toEqual(people.map(() => 200))
    for (const { phone } of people) {
      expect(messagesTo(store, phone)).toHaveLength(1)
    }
  })
}
