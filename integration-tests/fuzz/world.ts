import { codeOf } from "../helpers/codes"
import { freshEmail, freshPhone } from "../helpers/contacts"
import { HttpResponse } from "../helpers/http"
import { ApiOptions, Message, Store } from "../helpers/store"
import { sleep } from "../../scripts/lib/clock"
import { Footprint, footprint, now } from "./footprint"
import type { Contact } from "./model"

const PATIENCE_MS = 10_000
/** For a message that may as well not come. */
const DOUBT_MS = 400
const POLL_MS = 5

/** Notices of what was done, which no stranger can cause. */
const UNCOUNTED = [
  "contact_changed",
  "contact_restored",
  "account_deletion_confirmed",
  "account_deletion_cancelled",
  "account_deletion_completed",
].map((notice) => `customer-registration/${notice}`)

/** What goes out once the answer is out, so that it does not show in its time. */
const AFTER_ANSWER = [
  "password_recovery",
  "password_reset",
  "account_deletion_cancel",
].map((message) => `customer-registration/${message}`)

/** A store as several persons meet it, one request after the other. */
export class World {
  /** How many requests may have written something. */
  writes = 0
  private last?: Footprint
  private countedMessages: number

  private constructor(
    readonly store: Store,
    private readonly since: string
  ) {
    this.countedMessages = this.outbox().length
  }

  static async begin(store: Store): Promise<World> {
    return new World(store, await now(store))
  }

  /**
   * A request that may write. None may be a failure of the server's, and one that is refused writes nothing and sends
   * nothing.
   */
  async call(
    method: string,
    path: string,
    options: ApiOptions = {}
  ): Promise<HttpResponse> {
    const before = (this.last ??= await footprint(this.store, this.since))
    const sent = this.outbox().length
    const answer = await this.store.api(method, path, options)
    const { status, body } = answer
    this.last = await footprint(this.store, this.since)
    const request = `${method} ${path} ${JSON.stringify(options.body)}`
    // Medusa says "Created" to who asks for a reset mail.
    if (status >= 500 || (typeof body !== "object" && status !== 201)) {
      throw new Error(`${request} answered ${status} ${JSON.stringify(body)}`)
    }
    if (status >= 400) {
      expect({ request, status, body, written: this.last }).toEqual({
        request,
        status,
        body,
        written: before,
      })
      // Those that come after an answer may be an earlier request's.
      const messages = this.outbox()
        .slice(sent)
        .filter(({ template }) => !AFTER_ANSWER.includes(template))
      expect([request, messages]).toEqual([request, []])
    } else {
      this.writes += 1
    }
    return answer
  }

  /** What went out so far. */
  outbox(): Message[] {
    return this.store.outbox()
  }

  /** The receivers of the messages that limits count, and that went out since this was asked last. */
  newlyCounted(): string[] {
    const news = this.outbox().slice(this.countedMessages)
    this.countedMessages += news.length
    return news
      .filter(({ template }) => !UNCOUNTED.includes(template))
      .map(({ to }) => to)
  }

  /** What was written behind the back of `call`, after an answer. */
  settle(): void {
    this.last = undefined
  }

  /** The code that goes to a contact beyond the first so many messages; none if it may not come, and does not. */
  async codeTo(
    to: string,
    after: number,
    purpose: string,
    certain: boolean
  ): Promise<string | undefined> {
    const template = `customer-registration/${purpose}`
    const meant = (one: Message) => one.template === template
    const message = await this.messageTo(to, after, meant, certain)
    return message && codeOf(message)
  }

  /** The message to a contact beyond the first so many messages. */
  async messageTo(
    to: string,
    after: number,
    meant: (message: Message) => boolean,
    certain: boolean
  ): Promise<Message | undefined> {
    const deadline = Date.now() + (certain ? PATIENCE_MS : DOUBT_MS)
    for (;;) {
      const found = this.outbox()
        .slice(after)
        .find((message) => message.to === to && meant(message))
      if (found) {
        this.settle()
        return found
      }
      if (Date.now() > deadline) {
        if (certain) {
          throw new Error(`No message to ${to}`)
        }
        return undefined
      }
      await sleep(POLL_MS)
    }
  }
}

/** Two e-mails and two phones that nobody has had before. */
export function freshContacts(): Record<Contact, string>[] {
  return [1, 2].map(() => ({ email: freshEmail(), phone: freshPhone() }))
}
