// @ts-check
const { codeBlock, replaceOnce } = require("../code-blocks")

const DOCUMENT = `# Title

\`\`\`bash
npm run demo
\`\`\`

## Install

\`\`\`bash
# not a heading
npm install it

npm run dev
\`\`\`

### The configuration

\`\`\`ts
const fence = "\`\`\`"
\`\`\`

## One that ends the section

\`\`\`bash
other
\`\`\`
`

it("takes the block of a section as it is written", () => {
  expect(codeBlock(DOCUMENT, "Install", "bash")).toBe(
    "# not a heading\nnpm install it\n\nnpm run dev"
  )
})

it("takes a section with its subsections, and a subsection alone", () => {
  const code = 'const fence = "```"'
  expect(codeBlock(DOCUMENT, "Install", "ts")).toBe(code)
  expect(codeBlock(DOCUMENT, "The configuration", "ts")).toBe(code)
})

it("takes a fence of four marks with one of three inside", () => {
  const quoted = "# A\n\n````md\n```bash\nit\n```\n````\n"
  expect(codeBlock(quoted, "A", "md")).toBe("```bash\nit\n```")
})

it("takes a block in a list without the list's indent", () => {
  const listed = '# A\n\n- so:\n\n  ```json\n  {\n\n    "a": 1\n  }\n  ```\n'
  expect(codeBlock(listed, "A", "json")).toBe('{\n\n  "a": 1\n}')
})

it.each([
  ["Uninstall", "bash", 'There are 0 sections "Uninstall", not one'],
  ["Install", "json", '"Install" has 0 blocks of json, not one'],
  ["Title", "bash", '"Title" has 3 blocks of bash, not one'],
  ["not a heading", "bash", 'There are 0 sections "not a heading", not one'],
])("refuses %s, %s", (heading, language, message) => {
  expect(() => codeBlock(DOCUMENT, heading, language)).toThrow(message)
})

it("refuses a heading that is there twice", () => {
  expect(() => codeBlock("# A\n# A\n", "A", "bash")).toThrow("2 sections")
})

it("replaces what is there once", () => {
  expect(replaceOnce("CODE=1 # it", "CODE=1", "CODE=2")).toBe("CODE=2 # it")
})

it.each([[""], ["a a"]])("refuses to replace in %j", (text) => {
  expect(() => replaceOnce(text, "a", "b")).toThrow("is not there once")
})
