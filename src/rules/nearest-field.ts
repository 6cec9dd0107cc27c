import { fieldPaths } from './fields'

/** Least number of letters to add, drop or change to get from one word to the other (Levenshtein 1966). */
function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (const [place, letter] of [...one].entries()) {
    const next = [place + 1]
    for (const [index, wanted] of [...other].entries()) {
      const changed = (row[index] ?? 0) + (letter === wanted ? 0 : 1)
      next.push(Math.min(changed, (row[index + 1] ?? 0) + 1, (next[index] ?? 0) + 1))
    }
    row = next
  }
  return row[other.length] ?? 0
}

/** Of the last part of a path: a short name with three wrong letters is another name. */
const mostEditsOf = (name: string): number => Math.min(3, Math.ceil(name.length / 3))
const longestName = 60

/** The field that an owner may have meant by a path that does not exist, "" when none is near. */
export function nearestField(path: string): string {
  if (path.length > longestName) return ''
  const wanted = path.toLowerCase()
  const mostEdits = mostEditsOf(wanted.split('.').at(-1) ?? '')
  const distances = fieldPaths.map((field) => ({
    field,
    distance: editDistance(wanted, field.toLowerCase()),
  }))
  const [nearest] = distances.sort((one, other) => one.distance - other.distance)
  return nearest && nearest.distance <= mostEdits ? nearest.field : ''
}
