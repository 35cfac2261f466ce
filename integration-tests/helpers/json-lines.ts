import { existsSync, readFileSync } from "node:fs"

/** The records of a file another process appends to; none if it has not begun yet. */
export function readJsonLines<T>(file: string): T[] {
  if (!existsSync(file)) {
    return []
  }
  const complete = readFileSync(file, "utf8").split("\n").slice(0, -1)
  return complete.map((line) => JSON.parse(line) as T)
}
