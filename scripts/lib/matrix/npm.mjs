// @ts-check
import { execFile } from "node:child_process"
import { promisify } from "node:util"

const run = promisify(execFile)

/**
 * Runs npm as somebody in that folder would.
 *
 * @param {string[]} args
 * @param {{ cwd?: string, signal: AbortSignal }} options
 * @returns {Promise<string>} what it printed
 */
export async function npm(args, { cwd, signal }) {
  // `npm run` tells its children which folder is theirs.
  const {
    npm_config_local_prefix: _prefix,
    INIT_CWD: _dir,
    ...env
  } = process.env
  const { stdout } = await run("npm", args, {
    cwd,
    signal,
    env,
    maxBuffer: 64 * 1024 * 1024,
  })
  return stdout
}

/**
 * Asks the registry about a package.
 *
 * @param {string} spec
 * @param {string} field
 * @param {AbortSignal} signal
 * @returns {Promise<any>}
 */
export async function view(spec, field, signal) {
  const json = await npm(["view", spec, field, "--json"], { signal })
  return json.trim() ? JSON.parse(json) : undefined
}

/**
 * @param {string} cwd
 * @param {string[]} packages to add; what package.json asks for without any
 * @param {AbortSignal} signal
 */
export async function install(cwd, packages, signal) {
  const quietly = ["--no-audit", "--no-fund", "--loglevel=error"]
  const cached = "--prefer-offline"
  await npm(["install", cached, ...quietly, ...packages], { cwd, signal })
}
