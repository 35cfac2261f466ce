import type { AddressInfo } from "node:net"
import { SMTPServer } from "smtp-server"

/** A mail as it came in: its envelope and its source. */
export type Mail = { to: string[]; source: string }

/** A mail server that keeps what it gets. */
export class StubMailbox {
  readonly mails: Mail[] = []
  /** Receivers that it refuses. */
  readonly refused = new Set<string>()

  private readonly server = new SMTPServer({
    disabledCommands: ["STARTTLS"],
    onAuth: ({ username, password }, _session, done) =>
      username === "user" && password === "pass"
        ? done(null, { user: username })
        : done(new Error("Invalid username or password")),
    onRcptTo: ({ address }, _session, done) =>
      done(
        this.refused.has(address)
          ? Object.assign(new Error(`no mailbox ${address}`), {
              responseCode: 550,
            })
          : null
      ),
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = []
      stream.on("data", (chunk: Buffer) => chunks.push(chunk))
      stream.on("end", () => {
        const to = envelope.rcptTo.map(({ address }) => address)
        this.mails.push({ to, source: Buffer.concat(chunks).toString() })
        done()
      })
    },
  })

  async start(): Promise<number> {
    await new Promise<void>((resolve) =>
      this.server.listen(0, "127.0.0.1", resolve)
    )
    return (this.server.server.address() as AddressInfo).port
  }

  async stop(): Promise<void> {
    await new Promise<void>((resolve) => this.server.close(resolve))
  }
}

/** What a mail shows: quoted-printable and its soft line breaks are gone. */
export function readable({ source }: Mail): string {
  return source
    .replace(/=\r?\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, hex) =>
      String.fromCharCode(parseInt(hex, 16))
    )
}
