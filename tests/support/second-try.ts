// On CI a test in a browser has a second try, and the log shows how the first one failed: a browser
// that shares two cores with the rest of the suite now and then loses a key or a frame. On a
// developer's machine there is none, so that such a test is found and repaired.
const { testPath = '' } = expect.getState()
if (process.env.CI && /[\\/]tests[\\/]browser[\\/]/.test(testPath)) {
  jest.retryTimes(1, { logErrorsBeforeRetry: true, retryImmediately: true })
}
