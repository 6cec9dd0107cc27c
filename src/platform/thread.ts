import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'

/** Limits for work on untrusted input. */
export type ThreadLimits = { timeoutMs: number; heapMb: number }

export type ThreadOutcome<Answer> =
  | { outcome: 'answered'; answer: Answer }
  /** It exceeded the time or memory limit. */
  | { outcome: 'too_much' }
  /** The signal was aborted. */
  | { outcome: 'gone' }

/** A thread started from TypeScript source needs the loader too. */
const flagsFor = (file: string): string[] =>
  file.endsWith('.ts') ? ['--require', require.resolve('tsx/cjs')] : []

/**
 * Answers one question in a new thread, so that the event loop stays free, and terminates the thread
 * when it exceeds its limits. A thread does not contain unbounded recursion, which may crash the whole
 * process; the code in the thread must bound depth itself.
 *
 * @param file a program that calls `answerInThread`
 * @param question passed to the thread as a structured clone
 * @param signal terminates the thread when aborted
 * @throws the error that the thread throws
 */
export function askThread<Answer>(
  file: string,
  question: unknown,
  { timeoutMs, heapMb, signal }: ThreadLimits & { signal?: AbortSignal | undefined },
): Promise<ThreadOutcome<Answer>> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
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
      signal?.removeEventListener('abort', leave)
      resolve(outcome)
      void thread.terminate()
    }
    const leave = () => end({ outcome: 'gone' })
    const timer = setTimeout(() => end({ outcome: 'too_much' }), timeoutMs)
    signal?.addEventListener('abort', leave)
    thread.once('message', (answer: Answer) => end({ outcome: 'answered', answer }))
    thread.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ERR_WORKER_OUT_OF_MEMORY') reject(error)
      end({ outcome: 'too_much' })
    })
  })
}

/** The thread's side of `askThread`: sends back what `answer` returns for the question. */
export function answerInThread<Question>(answer: (question: Question) => unknown): void {
  if (isMainThread) return
  // input with many errors creates many Error objects, and a stack trace for each is slow
  Error.stackTraceLimit = 0
  parentPort?.postMessage(answer(workerData))
}
