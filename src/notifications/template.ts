import { existsSync, readFileSync, statSync } from "node:fs"
import {
  basename,
  dirname,
  extname,
  isAbsolute,
  relative,
  resolve,
} from "node:path"
import {
  parse,
  Writer,
  type Context,
  type RenderOptions,
  type TemplateSpans,
} from "mustache"

/** A template file of the store, read. */
export type FileTemplate = {
  kind: "file"
  /** Absolute. */
  path: string
  source: string
  format: "html" | "text"
}

/** What a `template` option stands for: the plugin's own message, a file of the store, or an id of the provider. */
export type Template =
  { kind: "default" } | FileTemplate | { kind: "provider"; id: string }

/**
 * Finds out what a `template` option stands for, and reads the file if it names one. Call it once, at boot.
 *
 * A file outside the roots is never read, whatever `..` the option holds. What looks like a path and is no file is no
 * provider's id either: the code would go to the provider as data, which Medusa stores.
 *
 * @throws Error that names the file if it is no mustache template, or the folders in which there is none
 * @param template the option; a file's name is relative to a root, and `.txt` makes it plain text
 * @param roots absolute directories, searched in this order; see {@link storeRoots}
 */
export function loadTemplate(
  template: string | undefined,
  roots: string[]
): Template {
  if (template === undefined) {
    return { kind: "default" }
  }
  const path = findFile(template, roots)
  if (path) {
    return readTemplate(path)
  }
  if (looksLikePath(template)) {
    throw new Error(
      `the template "${template}" is no file in ${roots.join(" or ")}: mend its path, or copy the file there ("medusa build" copies no templates); an id of a notification provider has no "/" and no such ending`
    )
  }
  return { kind: "provider", id: template }
}

/** Whether a `template` option that is no file was meant as one: then it is no provider's id either. */
export function looksLikePath(template: string): boolean {
  return /\/|\.(?:html|txt|mjml)$/i.test(template)
}

/**
 * Finds a store's file. One outside the roots is never found, whatever `..` its name holds.
 *
 * @param name relative to a root
 * @param roots absolute directories, searched in this order; see {@link storeRoots}
 * @returns its absolute path
 */
export function findFile(name: string, roots: string[]): string | undefined {
  return roots
    .map((root) => pathInside(root, name))
    .find((candidate) => candidate !== undefined && isFile(candidate))
}

/**
 * The directories in which a store's template files are looked up: the working directory and, in a production build,
 * which runs in `.medusa/server`, the project it was built from.
 *
 * @param cwd the working directory of the server
 */
export function storeRoots(cwd: string): string[] {
  const root = resolve(cwd)
  const build = dirname(root)
  const isBuild = basename(root) === "server" && basename(build) === ".medusa"
  return isBuild ? [root, dirname(build)] : [root]
}

function pathInside(root: string, template: string): string | undefined {
  const path = resolve(root, template)
  const fromRoot = relative(root, path)
  const isOutside = /^\.\.([\\/]|$)/.test(fromRoot) || isAbsolute(fromRoot)
  return isOutside ? undefined : path
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile()
}

function readTemplate(path: string): FileTemplate {
  // A byte order mark would make a text message twice as long: it is no GSM-7 character.
  const source = readFileSync(path, "utf8").replace(/^\ufeff/, "")
  assertTemplate(source, path)
  const format = extname(path).toLowerCase() === ".txt" ? "text" : "html"
  return { kind: "file", path, source, format }
}

// A broken template stops the boot, not the first customer.
function assertTemplate(source: string, path: string): void {
  try {
    parse(source)
  } catch (error) {
    throw new Error(`${path}: no valid mustache template`, { cause: error })
  }
}

/**
 * Whether a template shows a value, be it only in a section.
 *
 * @example showsValue("Your code: {{code}}", "code") // true
 */
export function showsValue(source: string, name: string): boolean {
  return shownIn(parse(source), name)
}

function shownIn(tokens: TemplateSpans, name: string): boolean {
  return tokens.some(
    ([type, value, , , inner]) =>
      // Triple braces are an "&", too.
      ((type === "name" || type === "&") && value === name) ||
      (Array.isArray(inner) && shownIn(inner, name))
  )
}

/** What a template may show: known names, plain values. An absent value is an empty section. */
export type TemplateValues = Record<string, string | number | undefined>

// Triple braces and `&` escape too: no value of this plugin is markup, and some come from strangers.
class EscapingWriter extends Writer {
  override unescapedValue(token: string[], context: Context): string {
    return this.escapedValue(token, context)
  }
}

const asHtml = new EscapingWriter()
const asText = new Writer()
const plain: RenderOptions = { escape: String }

/**
 * Renders a mustache template. It is logic-less: values are text and never templates, there are no partials and no
 * lambdas, and HTML cannot be left unescaped.
 *
 * @param source the template, of the store's own
 * @param format `html` escapes values, `text` leaves them as they are
 */
export function renderTemplate(
  source: string,
  format: "html" | "text",
  values: TemplateValues
): string {
  const view = inert(values)
  return format === "html"
    ? asHtml.render(source, view, {})
    : asText.render(source, view, {}, plain)
}

// No prototype: `{{constructor}}` would find a function there, which mustache calls.
function inert(values: TemplateValues): Record<string, string> {
  const view = Object.create(null) as Record<string, string>
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined) {
      view[name] = String(value)
    }
  }
  return view
}
