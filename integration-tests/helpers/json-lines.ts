import { closeSync, existsSync, fstatSync, openSync, readSync } from "node:fs"

/** The records of a file another process appends to; none if it has not begun yet. */
export function readJsonLines<T>(file: string): T[] {
  return [...new JsonLines<T>(file).all()]
}

/** The same for who asks again and again: what was read once is not read anew. */
export class JsonLines<T> {
  private readonly records: T[] = []
  private readBytes = 0

  constructor(private readonly file: string) {}

  all(): readonly T[] {
    const added = this.unread()
    const end = added.lastIndexOf(10) + 1
    this.readBytes += end
    for (const line of added.subarray(0, end).toString().split("\n")) {
      if (line) {
        this.records.push(JSON.parse(line) as T)
      }
    }
    return this.records
  }

  private unread(): Buffer {
    if (!existsSync(this.file)) {
      return Buffer.alloc(0)
    }
    const file = openSync(this.file, "r")
    try {
      const unread = Buffer.alloc(fstatSync(file).size - this.readBytes)
      const length = readSync(file, unread, 0, unread.length, this.readBytes)
      return unread.subarray(0, length)
    } finally {
      closeSync(file)
    }
  }
}
