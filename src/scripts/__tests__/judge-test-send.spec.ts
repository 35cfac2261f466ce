import type { TestSend } from "../../codes"
import type { Contact } from "../../options"
import { judgeTestSend } from "../judge-test-send"

const SENT: TestSend = {
  outcome: { by: "provider", id: "1" },
  code: "456789",
  read: ["subject", "html", "text"],
  seconds: 0.4,
}

const judge = (contact: Contact, sent: Partial<TestSend>) =>
  judgeTestSend(contact, "It", { ...SENT, ...sent }).map(
    ({ level, says }) => `${level}: ${says}`
  )

describe("judgeTestSend", () => {
  it("says what can not be seen of a message that was handed over", () => {
    expect(judge("phone", {})).toEqual([
      "ok: It was handed to the provider, which answered in 0.4 s. Whether it arrives can not be seen from here: look at it, it must say 456789",
    ])
  })

  it.each<[string, Contact, Partial<TestSend>, RegExp[]]>([
    [
      "of a mail as HTML alone",
      "email",
      { read: ["subject", "html"] },
      [/^ok/],
    ],
    [
      "of a mail without a subject",
      "email",
      { read: ["html"] },
      [/^ok/, /^warning: .*subject/],
    ],
    [
      "of a mail of which nothing was read",
      "email",
      { read: [] },
      [/^error: .*has not read content\.html or content\.text/],
    ],
    [
      "of a text message as HTML alone",
      "phone",
      { read: ["html"] },
      [/^error: .*has not read content\.text/],
    ],
    [
      "of a template of the provider's own",
      "email",
      { read: undefined },
      [/^ok/],
    ],
    [
      "without an id",
      "phone",
      { outcome: { by: "provider" } },
      [/^ok/, /^warning: .*without an id/],
    ],
    [
      "to a test contact",
      "phone",
      { outcome: { by: "nobody" } },
      [/^warning: .*test_contacts/],
    ],
    [
      "that nobody serves",
      "phone",
      { outcome: { by: "log" } },
      [/^warning: .*printed in the log/],
    ],
  ])("tells %s", (_what, contact, sent, expected) => {
    expect(judge(contact, sent)).toEqual(
      expected.map((words) => expect.stringMatching(words))
    )
  })
})
