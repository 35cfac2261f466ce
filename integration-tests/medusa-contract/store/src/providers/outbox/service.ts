import { randomUUID } from "node:crypto"
import { appendFile } from "node:fs/promises"
import type {
  ProviderSendNotificationDTO,
  ProviderSendNotificationResultsDTO,
} from "@medusajs/framework/types"
import { AbstractNotificationProviderService } from "@medusajs/framework/utils"

/** Delivers into the file that OUTBOX_FILE names, one JSON object a line. */
export class OutboxNotificationService extends AbstractNotificationProviderService {
  static override identifier = "outbox"

  override async send(
    message: ProviderSendNotificationDTO
  ): Promise<ProviderSendNotificationResultsDTO> {
    const { to, channel, template, content, data } = message
    const { subject, text, html } = content ?? {}
    const line = { to, channel, template, subject, text, html, data }
    await appendFile(
      process.env.OUTBOX_FILE ?? "/dev/null",
      `${JSON.stringify(line)}\n`
    )
    return { id: randomUUID() }
  }
}
