// @ts-check
const fs = require("node:fs")
const path = require("node:path")

const FENCE = /^ *(`{3,})[^]*?^ *\1/gm
const LINK =
  /\[(?:[^\]\\]|\\.)*\]\(([^()\s]+)\)|<(?:img|a)[^>]+(?:src|href)="([^"]+)"/g
const HEADING = /^#{1,6} +(.+)$/gm

/**
 * The targets of a document's links and pictures, without what is in its code.
 *
 * @param {string} markdown
 * @example linksOf("[here](USAGE.md#options)") // ["USAGE.md#options"]
 */
function linksOf(markdown) {
  const prose = markdown.replace(FENCE, "").replace(/`[^`\n]*`/g, "code")
  return [...prose.matchAll(LINK)].map(([, link, source]) =>
    String(link ?? source)
  )
}

/**
 * The anchors of a document's headings, as GitHub makes them.
 *
 * @param {string} markdown
 * @example anchorsOf("## `POST` and `/me`") // Set { "post-and-me" }
 */
function anchorsOf(markdown) {
  /** @type {Map<string, number>} */
  const seen = new Map()
  const anchors = [...markdown.replace(FENCE, "").matchAll(HEADING)].map(
    ([, text = ""]) => {
      const slug = text
        .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
        .trim()
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\p{M} _-]/gu, "")
        .replace(/ /g, "-")
      const times = seen.get(slug) ?? 0
      seen.set(slug, times + 1)
      return times ? `${slug}-${times}` : slug
    }
  )
  return new Set(anchors)
}

/**
 * What the relative links of a document lead to that is not there.
 *
 * @param {string} root
 * @param {string} file of the document, below the root
 * @returns {string[]} a sentence for each
 */
function brokenLinks(root, file) {
  const markdown = fs.readFileSync(path.join(root, file), "utf8")
  return linksOf(markdown)
    .filter((link) => !/^[a-z]+:/.test(link))
    .flatMap((link) => {
      const [target = "", anchor] = decodeURI(link).split("#")
      const found = path.join(
        root,
        target ? path.dirname(file) : "",
        target || file
      )
      if (!fs.existsSync(found)) {
        return [`${file}: ${link} is no file`]
      }
      return anchor === undefined || hasAnchor(found, anchor)
        ? []
        : [`${file}: ${link} is no heading`]
    })
}

/**
 * @param {string} file
 * @param {string} anchor
 */
function hasAnchor(file, anchor) {
  return (
    !file.endsWith(".md") ||
    anchorsOf(fs.readFileSync(file, "utf8")).has(anchor)
  )
}

module.exports = { anchorsOf, brokenLinks, linksOf }
