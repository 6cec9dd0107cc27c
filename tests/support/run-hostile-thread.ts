import { answerInThread } from '../../src/platform/thread'

/** A thread that on request answers, never ends, uses up memory, or throws. */
answerInThread((order: 'answer' | 'loop' | 'hoard' | 'throw') => {
  if (order === 'throw') throw new Error('It was told to.')
  const hoard: string[][] = []
  while (order !== 'answer')
    if (order === 'hoard') hoard.push(Array.from({ length: 10_000 }, String))
  return { environment: Object.keys(process.env) }
})
