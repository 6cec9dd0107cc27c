import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'

/** What a piece of work of a lower trust may take. */
export type ThreadLimits = { timeoutMs: number; heapMb: number }

export type ThreadOutcome<Answer> =
  | { outcome: 'answered'; answer: Answer }
  /** It took more time or memory than it may. */
  | { outcome: 'too_much' }
  /** Nobody waits for it any more. */
  | { outcome: 'gone' }

/** Started from its source, a program needs what reads TypeScript in its threads as well. */
const flagsFor = (file: string): string[] =>
  file.endsWith('.ts') ? ['--require', require.resolve('tsx/cjs')] : []

/**
 * Answers one question in a thread of its own, which ends with it: the event loop stays free, and what
 * takes too long or too much is ended from outside. A thread is no shelter from a recursion without
 * bounds, which may end the whole process; depth has to be bounded in the thread.
 *
 * @param file of a program that calls `answerInThread`
 * @param gone aborted by whoever no longer waits
 */
export function askThread<Answer>(
  file: string,
  question: unknown,
  { timeoutMs, heapMb, gone }: ThreadLimits & { gone?: AbortSignal | undefined },
): Promise<ThreadOutcome<Answer>> {
  return new Promise((resolve, reject) => {
    if (gone?.aborted) {
      resolve({ outcome: 'gone' })
      return
    }
    const thread = new Worker(file, {
      workerData: question,
      resourceLimits: { maxOldGenerationSizeMb: heapMb },
      // the environment holds secrets
      env: {},
      execArgv: flagsFor(file),
    })
    const end = (outcome: ThreadOutcome<Answer>) => {
      clearTimeout(timer)
      gone?.removeEventListener('abort', leave)
      resolve(outcome)
      void thread.terminate()
    }
    const leave = () => end({ outcome: 'gone' })
    const timer = setTimeout(() => end({ outcome: 'too_much' }), timeoutMs)
    gone?.addEventListener('abort', leave)
    thread.once('message', (answer: Answer) => end({ outcome: 'answered', answer }))
    thread.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ERR_WORKER_OUT_OF_MEMORY') reject(error)
      end({ outcome: 'too_much' })
    })
  })
}

/** The other side of `askThread`: a program that is one function. */
export function answerInThread<Question>(answer: (question: Question) => unknown): void {
  if (isMainThread) return
  // an error for each of a million mistakes is cheap, a trace for each is not
  Error.stackTraceLimit = 0
  parentPort?.postMessage(answer(workerData))
}
