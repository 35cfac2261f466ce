// @ts-check
// A program of Debian's for the tests, installed where that is ours to do.
const { execFile } = require("node:child_process")
const fs = require("node:fs")
const { promisify } = require("node:util")
const { withLock } = require("./lock")

const run = promisify(execFile)

/**
 * @typedef {object} DebianProgram
 * @property {string} title what people call it
 * @property {string} name of the package
 * @property {string} path where the package puts it
 * @property {string} variable of the environment that names another one
 */

/**
 * @param {DebianProgram} program
 * @returns {Promise<string>} its path
 */
async function ensureProgram({ title, name, path, variable }) {
  const named = process.env[variable]
  if (named) {
    return existing(named, `${variable} names ${named}, which is not there.`)
  }
  await withLock(name, async () => {
    if (!fs.existsSync(path) && mayInstall()) {
      process.stderr.write(`Installing ${title} …\n`)
      await apt("update")
      await apt("install", "--yes", "--no-install-recommends", name)
    }
  })
  return existing(
    path,
    `No ${title} at ${path}. Install it (Debian: apt-get install ${name}) or name one in ${variable}.`
  )
}

/**
 * @param {string} path
 * @param {string} complaint
 */
function existing(path, complaint) {
  if (!fs.existsSync(path)) {
    throw new Error(complaint)
  }
  return path
}

function mayInstall() {
  return process.getuid?.() === 0 && fs.existsSync("/usr/bin/apt-get")
}

/** @param {string[]} args */
async function apt(...args) {
  await run("apt-get", ["--quiet", ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    maxBuffer: 64 * 1024 * 1024,
  })
}

module.exports = { ensureProgram }
