// @ts-check
const fs = require("node:fs")

/** Linux counts processor time in hundredths of a second, whatever the machine (proc(5), USER_HZ). */
const MS_PER_TICK = 10

/**
 * @param {number} pid
 * @returns {number} milliseconds that all threads of the process have worked; `NaN` where there is no /proc
 */
function workedMs(pid) {
  const file = `/proc/${pid}/stat`
  if (!fs.existsSync(file)) {
    return NaN
  }
  // The name of the command stands in parentheses, and may hold blanks.
  const fields = fs.readFileSync(file, "utf8").split(") ")[1].split(" ")
  return (Number(fields[11]) + Number(fields[12])) * MS_PER_TICK
}

module.exports = { workedMs }
