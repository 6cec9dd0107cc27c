// Taking decisions back, the last one first.

import { putBack } from './cards-in-list.js'
import { makeCurrent } from './current.js'
import { state, words } from './page.js'
import { say } from './say.js'
import { send } from './server.js'

/** What can be taken back, the last one last. Of some the answer is still on its way. */
let undoStack = []

/** @param deciding gives what to take back; nothing where nothing was decided */
export async function keepForUndo(deciding) {
  undoStack.push(deciding)
  if (!(await deciding)) undoStack = undoStack.filter((one) => one !== deciding)
}

export async function undo() {
  const deciding = undoStack.pop()
  if (!deciding) {
    say(state === 'reviews' ? words.answerStays : words.nothingToUndo)
    return
  }
  const last = await deciding
  // it was said what became of it instead
  if (!last) return
  try {
    await takeBack(last)
  } catch (error) {
    const mayUndo = mayWorkLater(error)
    if (mayUndo) undoStack.push(deciding)
    say(error.message || words.failed, { mayUndo })
  }
}

async function takeBack({ url, places }) {
  const answer = await send(url, {})
  let first = null
  for (const { id, before } of places)
    if (answer.comments.includes(id)) {
      const card = await putBack(id, before)
      first ??= card
    }
  if (first) makeCurrent(first)
  say(answer.text ?? words.undone)
}

/** What is refused once is refused again; a lost line, a broken server or an ended session pass. */
const mayWorkLater = ({ status = 0 }) => status === 0 || status === 401 || status >= 500
