import {
  ProviderSendNotificationDTO,
  ProviderSendNotificationResultsDTO,
} from "@medusajs/framework/types"
import { AbstractNotificationProviderService } from "@medusajs/framework/utils"
import { randomUUID } from "node:crypto"
import { existsSync } from "node:fs"
import { appendFile, readFile } from "node:fs/promises"
import { setTimeout } from "node:timers/promises"

type OutboxOptions = {
  /** Where messages go, one JSON object a line. @default process.env.OUTBOX_FILE */
  file?: string
}

/**
 * Delivers e-mail and SMS into a file. A `<file>.fail` beside it makes every delivery fail, with an error that quotes the
 * message if it holds "quote", or only those to the phone that it holds; a `<file>.slow` holds the milliseconds each one takes; with a `<file>.mute` a delivery
 * answers nothing.
 */
export class OutboxNotificationService extends AbstractNotificationProviderService {
  static override identifier = "outbox"

  private readonly file: string

  constructor(_container: object, options: OutboxOptions = {}) {
    super()
    const file = options.file ?? process.env.OUTBOX_FILE
    if (!file) {
      throw new Error(
        "The outbox needs a file: set the option `file` or OUTBOX_FILE."
      )
    }
    this.file = file
  }

  override async send(
    message: ProviderSendNotificationDTO
  ): Promise<ProviderSendNotificationResultsDTO> {
    if (existsSync(`${this.file}.slow`)) {
      await setTimeout(Number(await readFile(`${this.file}.slow`, "utf8")))
    }
    if (existsSync(`${this.file}.fail`)) {
      const whom = await readFile(`${this.file}.fail`, "utf8")
      if (whom === "quote") {
        throw new RefusedError(message)
      }
      if (!whom.startsWith("+") || whom === message.to) {
        throw new Error("provider is down")
      }
    }
    await appendFile(this.file, `${JSON.stringify(toLine(message))}\n`)
    // As many providers do, whatever the type says.
    return existsSync(`${this.file}.mute`)
      ? (undefined as unknown as ProviderSendNotificationResultsDTO)
      : { id: randomUUID() }
  }
}

/** The kind of error that SMS providers throw: it tells whom they could not reach, and some quote what with. */
class RefusedError extends Error {
  readonly code = 21211
  readonly status = 400

  constructor({ to, content, data }: ProviderSendNotificationDTO) {
    const national = to.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, "($1) $2-$3")
    super(
      `Invalid 'To' ${to} (${national}); body: ${content?.text ?? JSON.stringify(data)}`
    )
  }
}

function toLine({
  to,
  channel,
  template,
  content,
  data,
}: ProviderSendNotificationDTO) {
  const { subject, text, html } = content ?? {}
  return { to, channel, template, subject, text, html, data }
}
