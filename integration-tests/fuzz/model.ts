export type Contact = "email" | "phone"
export type Mode = Contact | "both"

export const CONTACTS: Contact[] = ["email", "phone"]

/** A customer, as far as everybody must agree who they are. */
export type Account = {
  id: string
  /** The contacts that were proven, and are still theirs. */
  proven: Partial<Record<Contact, string>>
  /** None where nobody knows it any more. */
  password?: string
  deletion: "none" | "pending" | "confirmed"
  /** An admin or an undo changed a contact by which it may log in: its logins wait for a proof. */
  unsettled: boolean
  erased: boolean
}

/** A login in somebody's hands. */
export type Session = {
  holder: number
  account: Account
  headers: Record<string, string>
  alive: boolean
}

/** The token of a registration, which is no login. */
export type Registration = { holder: number; account: Account; token: string }

/** The token of a code, in the hands of who asked for it, and where its code went. */
export type HeldCode = {
  holder: number
  token: string
  id: string
  purpose: string
  /** Whose guesses are counted together: a customer's or a contact's, its own requests apart. */
  subject: string
  /** The customer; none for who asked without a login. */
  account?: Account
  contact: Contact
  /** The contact that the code went to. */
  to: string
  /** What the message said; none if none went out. */
  code?: string
  state: "live" | "gone" | "used"
  attempts: number
}

/** The link in a notice of a contact change. */
export type UndoLink = {
  holder: number
  token: string
  account: Account
  contact: Contact
  old: string | null
  wasProven: boolean
  state: "open" | "used"
}

/** The link in a reset mail. */
export type ResetLink = {
  holder: number
  token: string
  to: string
  /** The owner's when it was sent. */
  password?: string
  used: boolean
}

/** What must be so, by what was done and answered until now: who owns what, and what was counted. */
export class Model {
  readonly accounts: Account[] = []
  readonly sessions: Session[] = []
  readonly registrations: Registration[] = []
  readonly codes: HeldCode[] = []
  readonly undoLinks: UndoLink[] = []
  readonly resetLinks: ResetLink[] = []
  /** Wrong codes by subject and purpose. */
  readonly failures = new Counts()
  /** Messages by the contact that they went to: codes, reset mails, and the notice that somebody else has proven a contact. */
  readonly sent = new Counts()
  /** Requests without a login by the contact that they named. */
  readonly requested = new Counts()
  /** Wrong passwords by contact. */
  readonly wrongLogins = new Counts()
  private passwords = 0

  constructor(
    readonly mode: Mode,
    /** The contacts of each person: two e-mails and two phones. */
    readonly people: Record<Contact, string>[][]
  ) {}

  contactsOf(person: number): string[] {
    return this.people[person].flatMap((pair) => Object.values(pair))
  }

  get allContacts(): string[] {
    return this.people.flatMap((_, person) => this.contactsOf(person))
  }

  readerOf(contact: string): number {
    return this.people.findIndex((_, person) =>
      this.contactsOf(person).includes(contact)
    )
  }

  ownerOf(contact: string): Account | undefined {
    return this.accounts.find(({ proven }) =>
      Object.values(proven).includes(contact)
    )
  }

  accountOf(id: string | undefined): Account | undefined {
    return this.accounts.find((account) => account.id === id)
  }

  newPassword(person: number): string {
    this.passwords += 1
    return `person ${person} battery ${this.passwords}`
  }

  endSessions(account: Account): void {
    for (const session of this.sessions) {
      session.alive &&= session.account !== account
    }
  }

  voidCodes(account: Account, purposes: string[]): void {
    for (const code of this.codes) {
      const meant = purposes.includes(code.purpose)
      if (code.account === account && meant && code.state === "live") {
        code.state = "gone"
      }
    }
  }

  /** Of an erased account nothing is left, nor of what was sent to its contacts without a login. */
  private forgetCodes(account: Account): void {
    const contacts = Object.values(account.proven)
    for (const code of this.codes) {
      if (
        code.account === account ||
        (!code.account && contacts.includes(code.to))
      ) {
        code.state = "gone"
      }
    }
  }

  /** A code takes the place of the live one of the same subject and purpose. */
  addCode(code: HeldCode): void {
    for (const other of this.codes) {
      const same =
        other.subject === code.subject && other.purpose === code.purpose
      if (same && other.state === "live") {
        other.state = "gone"
      }
    }
    this.codes.push(code)
  }

  prove(account: Account, contact: Contact, value: string): void {
    account.proven[contact] = value
    account.unsettled = false
  }

  erase(account: Account): void {
    this.endSessions(account)
    this.forgetCodes(account)
    account.erased = true
    account.proven = {}
    account.deletion = "none"
    account.password = undefined
  }
}

/** Counts by name; what was never counted is 0. */
export class Counts {
  private readonly counts = new Map<string, number>()

  get(name: string): number {
    return this.counts.get(name) ?? 0
  }

  add(name: string, more = 1): void {
    this.counts.set(name, this.get(name) + more)
  }

  set(name: string, count: number): void {
    this.counts.set(name, count)
  }

  get names(): string[] {
    return [...this.counts.keys()]
  }
}

/** The name of the count of wrong codes. */
export const failuresOf = ({
  subject,
  purpose,
}: Pick<HeldCode, "subject" | "purpose">): string => `${subject} ${purpose}`
