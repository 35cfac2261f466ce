import type { Mail } from "../../helpers/stub-mailbox"

/** A mail as who gets it sees it. */
export type ReadMail = {
  /** By their names in lower case, decoded. */
  headers: Record<string, string>
  /** Of the headers as they came. */
  raw: string
  /** The parts of `multipart/alternative`, by their type. */
  parts: Record<string, string>
}

/** Reads a mail by RFC 5322, 2045 and 2047, as far as this store's mails need it. */
export function readMail({ source }: Mail): ReadMail {
  const { headers, raw, body } = split(source)
  const boundary = /boundary="?([^";]+)"?/.exec(headers["content-type"] ?? "")
  const parts = boundary
    ? body.split(`--${boundary[1]}`).slice(1, -1)
    : [source]
  const read = parts.map((part): [string, string] => {
    const { headers: own, body: text } = split(part.replace(/^\r\n/, ""))
    const [type = ""] = (own["content-type"] ?? "").split(";")
    return [type, decode(text, own["content-transfer-encoding"])]
  })
  return { headers, raw, parts: Object.fromEntries(read) }
}

function split(source: string) {
  const [raw = "", ...rest] = source.split("\r\n\r\n")
  const lines = raw.replace(/\r\n[ \t]+/g, " ").split("\r\n")
  const headers = lines.map((line): [string, string] => {
    const [name = "", ...value] = line.split(":")
    return [name.toLowerCase(), words(value.join(":").trim())]
  })
  return {
    raw,
    headers: Object.fromEntries(headers),
    body: rest.join("\r\n\r\n"),
  }
}

/** Encoded words (RFC 2047); white space between two of them is none. */
function words(value: string): string {
  return value
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/(?:=\?utf-8\?[bq]\?[^?]*\?=)+/gi, (run) => {
      const bytes = [...run.matchAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi)].map(
        ([, kind = "", text = ""]) =>
          kind.toLowerCase() === "b"
            ? Buffer.from(text, "base64")
            : printable(text.replaceAll("_", " "))
      )
      return Buffer.concat(bytes).toString("utf8")
    })
}

function decode(text: string, encoding = "7bit"): string {
  const bytes =
    encoding === "base64"
      ? Buffer.from(text, "base64")
      : encoding === "quoted-printable"
        ? printable(text.replace(/=\r\n/g, ""))
        : Buffer.from(text)
  return bytes.toString("utf8").replaceAll("\r\n", "\n")
}

function printable(text: string): Buffer {
  const bytes = text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) =>
    String.fromCharCode(parseInt(hex, 16))
  )
  return Buffer.from(bytes, "latin1")
}
