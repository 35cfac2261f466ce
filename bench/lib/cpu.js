// @ts-check
const fs = require("node:fs")

/** Linux counts the time of a process in hundredths of a second, whatever the machine (proc(5), USER_HZ). */
const MS_PER_TICK = 10

const NS_PER_MS = 1_000_000

/**
 * @param {number} pid
 * @returns {number} milliseconds that all threads of the process have worked; `NaN` where there is no /proc
 */
function workedMs(pid) {
  if (!fs.existsSync(`/proc/${pid}/stat`)) {
    return NaN
  }
  return fs.existsSync(`/proc/${pid}/schedstat`)
    ? scheduledMs(pid)
    : countedMs(pid)
}

/**
 * By the scheduler's own clock, in nanoseconds: a short window needs no more requests for it.
 *
 * @param {number} pid of a process whose threads stay, as those of Node.js do
 */
function scheduledMs(pid) {
  const threads = fs.readdirSync(`/proc/${pid}/task`)
  return threads
    .map((thread) =>
      fs.readFileSync(`/proc/${pid}/task/${thread}/schedstat`, "utf8")
    )
    .reduce((sum, stat) => sum + Number(stat.split(" ")[0]) / NS_PER_MS, 0)
}

/** @param {number} pid */
function countedMs(pid) {
  // The name of the command stands in parentheses, and may hold blanks.
  const stat = fs.readFileSync(`/proc/${pid}/stat`, "utf8")
  const fields = stat.split(") ")[1].split(" ")
  return (Number(fields[11]) + Number(fields[12])) * MS_PER_TICK
}

module.exports = { workedMs }
