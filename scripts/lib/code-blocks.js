// @ts-check

/**
 * @typedef {object} Line
 * @property {string} text
 * @property {number} [level] of a heading
 * @property {string} [language] of the code that begins here
 * @property {boolean} code whether it is in a block
 */

/**
 * @typedef {object} Block
 * @property {string} language as behind its fence
 * @property {string} code
 * @property {string} before the last line of text between the block before and this one
 */

/**
 * The blocks of code of a document, or of one of its sections with that section's subsections.
 *
 * @param {string} markdown
 * @param {string} [heading] the section's text
 * @returns {Block[]}
 * @throws {Error} unless there is one such section
 */
function codeBlocks(markdown, heading) {
  const lines = parse(markdown)
  return blocksOf(heading === undefined ? lines : sectionOf(lines, heading))
}

/**
 * The block of code of one language in a section of a document.
 *
 * @param {string} markdown
 * @param {string} heading its text
 * @param {string} language as behind the block's fence
 * @returns {string}
 * @throws {Error} unless there is one such section, with one such block
 */
function codeBlock(markdown, heading, language) {
  const blocks = codeBlocks(markdown, heading).filter(
    (block) => block.language === language
  )
  const [block] = blocks
  if (!block || blocks.length > 1) {
    throw new Error(
      `"${heading}" has ${blocks.length} blocks of ${language}, not one`
    )
  }
  return block.code
}

/**
 * Replaces text that has to be there.
 *
 * @param {string} text
 * @param {string} from
 * @param {string} to
 */
function replaceOnce(text, from, to) {
  const [before, after, ...more] = text.split(from)
  if (after === undefined || more.length) {
    throw new Error(`"${from}" is not there once:\n${text}`)
  }
  return `${before}${to}${after}`
}

/**
 * @param {string} markdown
 * @returns {Line[]} without the fences' ends
 */
function parse(markdown) {
  /** @type {Line[]} */
  const lines = []
  let fence = ""
  let indent = 0
  for (const text of markdown.split(/\r?\n/)) {
    const [, spaces = "", marks = "", language = ""] =
      /^( *)(`{3,})(\w*)/.exec(text) ?? []
    if (fence && marks.length >= fence.length) {
      fence = ""
    } else if (!fence && marks) {
      fence = marks
      indent = spaces.length
      lines.push({ text, language, code: true })
    } else if (fence) {
      // A block in a list is as far to the right as the list.
      lines.push({
        text: text.slice(Math.min(indent, text.search(/\S|$/))),
        code: true,
      })
    } else {
      const level = /^(#+) /.exec(text)?.[1]?.length
      lines.push({ text, level, code: false })
    }
  }
  return lines
}

/**
 * @param {Line[]} lines
 * @param {string} heading
 */
function sectionOf(lines, heading) {
  const starts = lines.flatMap(({ text, level }, index) =>
    level && text.slice(level).trim() === heading ? index : []
  )
  const [start] = starts
  if (start === undefined || starts.length > 1) {
    throw new Error(`There are ${starts.length} sections "${heading}", not one`)
  }
  const level = lines[start]?.level ?? 0
  const body = lines.slice(start + 1)
  const end = body.findIndex((line) => line.level && line.level <= level)
  return end < 0 ? body : body.slice(0, end)
}

/**
 * @param {Line[]} lines
 * @returns {Block[]}
 */
function blocksOf(lines) {
  let before = ""
  /** @type {{ language: string, before: string, code: string[] }[]} */
  const blocks = []
  for (const { text, language, code } of lines) {
    if (language !== undefined) {
      blocks.push({ language, before, code: [] })
      // What is said of one block is not said of the next.
      before = ""
    } else if (code) {
      blocks.at(-1)?.code.push(text)
    } else if (text.trim()) {
      before = text
    }
  }
  return blocks.map((block) => ({ ...block, code: block.code.join("\n") }))
}

module.exports = { codeBlock, codeBlocks, replaceOnce }
