// @ts-check

/**
 * @typedef {{ file: string, title: string }} NamedTest
 * @typedef {{ number: number, section: string, threat: string, defence: string, sources: string[], tests: NamedTest[], reasons: string[] }} Row
 */

const SECTION = /^### (\d+\. .+)$/
const ROW = /^\| *(\d+) *\|([^|]+)\|([^|]+)\|([^|]+)\|$/
const NAMED_TEST = /`([^`\s]+\.[jt]sx?)`: `([^`]+)`/g
const SOURCE = /`(?:src\/)?([\w./-]+\.ts|(?<=`src\/)[\w./-]+)`/g
const REASON = /\*\*(?:Does not apply|Not kept)\.\*\* [A-Z][^*]{20,}/g

/**
 * The rows of SECURITY.md: a table for each section, and in its last column the tests that prove a row, each a file
 * and a title, or why there is none. The defence may name files and folders of `src`.
 *
 * @param {string} markdown
 * @returns {Row[]}
 */
function readChecklist(markdown) {
  let section = ""
  return markdown.split("\n").flatMap((line) => {
    section = SECTION.exec(line)?.[1] ?? section
    const [, number, threat, defence, proof] = ROW.exec(line) ?? []
    return number === undefined
      ? []
      : [
          {
            number: Number(number),
            section,
            threat: threat.trim(),
            defence: defence.trim(),
            sources: [...defence.matchAll(SOURCE)].map(([, file]) => file),
            tests: [...proof.matchAll(NAMED_TEST)].map(([, file, title]) => ({
              file,
              title,
            })),
            reasons: (proof.match(REASON) ?? []).map((reason) => reason.trim()),
          },
        ]
  })
}

module.exports = { readChecklist }
