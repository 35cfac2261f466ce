import { Writer, type Context, type RenderOptions } from "mustache"

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
 * @example renderTemplate("<b>{{name}}</b>", "html", { name: "<i>" }) // "<b>&lt;i&gt;</b>"
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
