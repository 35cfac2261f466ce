// @ts-check

/** @typedef {import("./report").Row} Row */
/** @typedef {keyof import("./rounds").Sample} Figure */

/**
 * @param {Row | undefined} row
 * @param {Figure} figure
 * @returns {number[]} of each round; none for a case that was not measured
 */
function all(row, figure) {
  return row?.samples.map((sample) => sample[figure]) ?? []
}

/**
 * Compares windows of one round, which lie next to each other.
 *
 * @param {Row | undefined} row
 * @param {Row | undefined} other
 * @param {Figure} figure
 * @returns {number[]}
 */
function quotients(row, other, figure) {
  const others = all(other, figure)
  return others.length
    ? all(row, figure).map((value, round) => value / others[round])
    : []
}

module.exports = { all, quotients }
