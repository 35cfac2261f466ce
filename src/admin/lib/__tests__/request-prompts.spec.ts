import { DeletionRequest, RequestCustomer } from "../deletion-request"
import { promptFor } from "../request-prompts"
import { textsIn } from "./in-language"

const { text } = textsIn("en")

const requestOf = (customer: Partial<RequestCustomer>) =>
  ({ customer_id: "cus_1", customer }) as DeletionRequest

it.each([
  [{ first_name: "Ada", email: "ada@example.com" }, "Ada", "ada@example.com"],
  [{ phone: "+12133734253" }, "+12133734253", "+12133734253"],
  [{ last_name: "Lovelace" }, "Lovelace", "cus_1"],
  [{}, "cus_1", "cus_1"],
])(
  "the prompt that erases %j names %s and requires %s to be typed",
  (customer, name, typed) => {
    const prompt = promptFor("execute", requestOf(customer), text)

    expect(prompt.description).toContain(`The account of ${name} `)
    expect(prompt.description).toContain("cannot be undone")
    expect(prompt).toMatchObject({ variant: "danger", verificationText: typed })
  }
)

it("the prompt that cancels requires no text to be typed", () => {
  const prompt = promptFor("cancel", requestOf({ first_name: "Ada" }), text)

  expect(prompt.description).toContain("Ada keeps the account")
  expect(prompt.verificationText).toBeUndefined()
})

it("the prompt that erases says in German what to type, where Medusa puts it", () => {
  const { text } = textsIn("de")
  const prompt = promptFor("execute", requestOf({}), text)

  expect(prompt.verificationInstruction?.split("{val}")).toHaveLength(2)
  expect(prompt.description).toContain("Das Konto von cus_1 ")
})
