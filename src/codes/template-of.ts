import { loadTemplate, storeRoots, type Template } from "../notifications"

const templates = new WeakMap<object, Template>()

/**
 * The template that a block of the options names. A file is read once, when its first message goes out.
 *
 * @example templateOf(options.email_verification).kind // "default"
 */
export function templateOf(block: { template?: string }): Template {
  const loaded =
    templates.get(block) ??
    loadTemplate(block.template, storeRoots(process.cwd()))
  templates.set(block, loaded)
  return loaded
}
