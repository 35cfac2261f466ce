// @ts-check
const fs = require("node:fs")
const path = require("node:path")
const {
  readArguments: readBenchArguments,
} = require("../../../../bench/lib/arguments")
const manifest = require("../../../../package.json")
const { ROOT } = require("../../plugin-package")
const {
  commandsOf,
  isRun,
  NOT_RUN,
  REGISTERED,
  registeredFor,
} = require("../commands")
const { documentedBlocks, DOCUMENTS, readDocument } = require("../documents")
const { TYPED } = require("../typed-blocks")

const REGISTER =
  "register it in scripts/lib/documents/commands.js, with what runs it"
/** As few as they are: each is a command that could be wrong unseen. */
const MOST_NOT_RUN = 5

const blocks = documentedBlocks(["bash", "sh"])
const typed = new Set(Object.values(TYPED))
const others = blocks.filter(({ code }) => !typed.has(code))

describe("The commands in the documents", () => {
  it("are typed by npm run test:install, where it says so", () => {
    const code = blocks.map((block) => block.code)
    expect(Object.values(TYPED).filter((one) => !code.includes(one))).toEqual(
      []
    )
    // The second is the first, with the tarball of a release.
    expect(fs.readFileSync(path.join(ROOT, ".ci/run"), "utf8")).toMatch(
      /^step npm run test:(install -- --quick|release)$/m
    )
  })

  it.each(others)("are run by something: $file, block $nth", (block) => {
    const { code, before, file, nth } = block
    const unknown = commandsOf(code)
      .filter((command) => !registeredFor(command))
      .map(
        (command) =>
          `${file}, block ${nth}: nothing runs "${command}": ${REGISTER}`
      )
    expect(NOT_RUN.test(before) ? [] : unknown).toEqual([])
  })

  it(`are left out ${MOST_NOT_RUN} times at the most, each with its reason`, () => {
    const left = documentedBlocks().filter(({ before }) =>
      before.startsWith("<!-- not run")
    )
    expect(left.filter(({ before }) => !NOT_RUN.test(before))).toEqual([])
    expect(left.length).toBeLessThanOrEqual(MOST_NOT_RUN)
    // One that is run is not left out.
    expect(
      left.filter(({ code }) => commandsOf(code).every(registeredFor))
    ).toEqual([])
  })

  it.each(REGISTERED)("$command is run by $by", (registered) => {
    expect(isRun(registered)).toBe(true)
    const commands = others.flatMap(({ code }) => commandsOf(code))
    expect(commands.some((line) => registered.command.test(line))).toBe(true)
  })

  it("name options that the benchmark has", () => {
    const runs = DOCUMENTS.flatMap((file) => [
      ...readDocument(file).matchAll(/npm run bench -- ([^`#\n]+)/g),
    ]).map(([, words = ""]) => words.trim().split(/ +/))
    expect(runs.length).toBeGreaterThan(3)
    runs.forEach((words) =>
      expect(() => readBenchArguments(words)).not.toThrow()
    )
  })

  it.each(DOCUMENTS)("%s names scripts that package.json has", (file) => {
    const { scripts } = manifest
    const own = file.startsWith("examples/")
      ? require("../../../../examples/storefront/package.json").scripts
      : {}
    const known = new Set(
      Object.keys({ ...scripts, ...own, dev: "", start: "" })
    )
    const named = [...readDocument(file).matchAll(/\bnpm run ([\w:-]+)/g)]
    // `npm run doctor` is one that the page adds to the store's package.json itself.
    const unknown = named
      .map(([, name]) => String(name))
      .filter((name) => !known.has(name) && name !== "doctor")
    expect(unknown).toEqual([])
  })
})

describe("The commands of a block", () => {
  it("are its lines, without comments and put together where they go on", () => {
    expect(commandsOf("a \\\n  b # c\n\n# d\ne '#f'")).toEqual([
      "a b",
      "e '#f'",
    ])
  })

  it("are nothing's if one word is another", () => {
    const script =
      "npx medusa exec ./node_modules/customer-registration/.medusa/server/src/scripts/adopt-customers.js"
    expect(registeredFor(`${script} apply`)).toBeDefined()
    expect(registeredFor(`${script} appply`)).toBeUndefined()
    expect(registeredFor("npm run tests")).toBeUndefined()
    expect(isRun({ command: /a/, by: ".ci/run", as: "npm run nothing" })).toBe(
      false
    )
  })
})
