// @ts-check
import { spawn } from "node:child_process"
import { once } from "node:events"
import fs from "node:fs"
import { sleep } from "../clock.js"

const START_MS = 600_000
const END_MS = 10_000

/** What the terminal of a newcomer does not have: it is ours, or npm's. */
const OURS = /^(DATABASE_URL|INIT_CWD|JEST_|NODE_ENV$|NODE_OPTIONS$|npm_)/

/**
 * @typedef {object} Terminal
 * @property {string} dir
 * @property {Record<string, string>} env
 * @property {AbortSignal} signal
 */

/**
 * @typedef {object} Running
 * @property {string} log the file that it prints to
 * @property {(pattern: RegExp, from?: number) => Promise<string>} printed waits for the first match in what it printed
 * @property {() => Promise<void>} stop
 */

/**
 * Types commands into a shell, and waits for their end.
 *
 * @param {Terminal} terminal
 * @param {string} commands
 * @returns {Promise<string>} what they printed
 * @throws {Error} if one of them fails
 */
export async function type({ dir, env, signal }, commands) {
  signal.throwIfAborted()
  const child = open({ dir, env }, commands, "pipe")
  const release = endOnAbort(child, signal)
  let output = ""
  let all = ""
  child.stdout?.on("data", (chunk) => {
    output += String(chunk)
    all += String(chunk)
  })
  child.stderr?.on("data", (chunk) => (all += String(chunk)))
  const [code] = await once(child, "close")
  release()
  signal.throwIfAborted()
  if (code !== 0) {
    throw new Error(`It ended with ${code}:\n${commands}\n${tail(all)}`)
  }
  return output
}

/**
 * Types a command that goes on running.
 *
 * @param {Terminal} terminal
 * @param {string} command
 * @param {string} log the file that it prints to
 * @returns {Running}
 */
export function start({ dir, env, signal }, command, log) {
  signal.throwIfAborted()
  const output = fs.openSync(log, "w")
  const child = open({ dir, env }, command, output)
  fs.closeSync(output)
  const release = endOnAbort(child, signal)
  const text = () => fs.readFileSync(log, "utf8")
  return {
    log,
    async printed(pattern, from = 0) {
      const deadline = Date.now() + START_MS
      while (Date.now() < deadline) {
        signal.throwIfAborted()
        const [found] = pattern.exec(text().slice(from)) ?? []
        if (found !== undefined) {
          return found
        }
        if (child.exitCode !== null) {
          break
        }
        await sleep(100)
      }
      throw new Error(`${command} did not print ${pattern}:\n${tail(text())}`)
    },
    async stop() {
      release()
      await endGroup(child)
    },
  }
}

/**
 * @param {{ dir: string, env: Record<string, string> }} terminal
 * @param {string} commands
 * @param {"pipe" | number} output
 */
function open({ dir, env }, commands, output) {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !OURS.test(name)
  )
  return spawn("bash", ["-c", `set -eu\n${commands}`], {
    cwd: dir,
    env: {
      ...Object.fromEntries(inherited),
      MEDUSA_DISABLE_TELEMETRY: "1",
      npm_config_audit: "false",
      npm_config_fund: "false",
      npm_config_loglevel: "error",
      npm_config_prefer_offline: "true",
      ...env,
    },
    stdio: ["ignore", output, output],
    // A group of its own: `medusa develop` starts the server as a child, which outlives it.
    detached: true,
  })
}

/**
 * @param {import("node:child_process").ChildProcess} child
 * @param {AbortSignal} signal
 * @returns {() => void} takes the listener away
 */
function endOnAbort(child, signal) {
  const end = () => killGroup(child, "SIGKILL")
  signal.addEventListener("abort", end)
  return () => signal.removeEventListener("abort", end)
}

/** @param {import("node:child_process").ChildProcess} child */
async function endGroup(child) {
  killGroup(child, "SIGTERM")
  const deadline = Date.now() + END_MS
  while (killGroup(child, 0) && Date.now() < deadline) {
    await sleep(100)
  }
  killGroup(child, "SIGKILL")
}

/**
 * @param {import("node:child_process").ChildProcess} child
 * @param {NodeJS.Signals | 0} how
 * @returns {boolean} whether anybody of the group is left
 */
function killGroup({ pid }, how) {
  try {
    return Boolean(pid) && process.kill(-Number(pid), how)
  } catch {
    return false
  }
}

/** @param {string} text */
function tail(text) {
  return text
    .split("\n")
    .filter((line) => line.trim() && !/^ +at /.test(line))
    .slice(-25)
    .map((line) => line.slice(0, 400))
    .join("\n")
}
