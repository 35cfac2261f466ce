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
 * Delivers e-mail and SMS into a file. A `<file>.fail` beside it makes every delivery
 * fail; a `<file>.slow` holds the milliseconds each one takes.
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
      throw new Error("provider is down")
    }
    await appendFile(this.file, `${JSON.stringify(toLine(message))}\n`)
    return { id: randomUUID() }
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
