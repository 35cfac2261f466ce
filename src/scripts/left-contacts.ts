import { open, type FileHandle } from "node:fs/promises"
import type { Contact } from "../options"

/**
 * Why a contact was left alone: it is no phone or e-mail; another account has the same; it has changed, or was verified by
 * another account, while the script ran.
 */
export type Reason = "unreadable" | "shared" | "changed"

export type LeftContact = { id: string; reason: Reason }

/** The report of what was left alone, as CSV (RFC 4180). It names ids, not contacts, and nobody else may read it. */
export class LeftContacts {
  count = 0

  private constructor(private readonly file_: FileHandle) {}

  static async open(path: string): Promise<LeftContacts> {
    const file = await open(path, "w", 0o600)
    await file.write("customer_id,contact,reason\r\n")
    return new LeftContacts(file)
  }

  async add(contact: Contact, left: LeftContact[]): Promise<void> {
    const lines = left.map(
      ({ id, reason }) =>
        `"${id.replaceAll('"', '""')}",${contact},${reason}\r\n`
    )
    await this.file_.write(lines.join(""))
    this.count += left.length
  }

  async close(): Promise<void> {
    await this.file_.close()
  }
}
