/** A message of PostgreSQL's protocol: "Q" a query, "P" Parse, "B" Bind, "E" Execute, "Z" ReadyForQuery, … */
export type WireMessage = {
  /** "" for the first message of a client, which has no type. */
  type: string
  /** All of it, as it goes on. */
  bytes: Buffer
  /** What comes after type and length. */
  body: Buffer
}

/** Divides one direction of a connection (protocol version 3, without TLS) into messages. */
export class MessageReader {
  private rest = Buffer.alloc(0)

  /** @param untyped whether the first message has no type, as a client's start-up message */
  constructor(private untyped: boolean) {}

  *read(chunk: Buffer): Generator<WireMessage> {
    this.rest = Buffer.concat([this.rest, chunk])
    for (;;) {
      const head = this.untyped ? 0 : 1
      const isLengthThere = this.rest.length >= head + 4
      const end = isLengthThere ? head + this.rest.readInt32BE(head) : Infinity
      if (this.rest.length < end) {
        return
      }
      const bytes = this.rest.subarray(0, end)
      this.rest = this.rest.subarray(end)
      this.untyped = false
      yield {
        type: bytes.toString("latin1", 0, head),
        bytes,
        body: bytes.subarray(head + 4),
      }
    }
  }
}

/** The strings that end with a zero byte at the start of a body. */
export function zeroEnded(body: Buffer, count: number): string[] {
  return body.toString("utf8").split("\0", count)
}
