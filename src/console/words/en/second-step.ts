import { count, number } from './formats'

/** The second step at sign-in, and switching it on and off. */
export const secondStep = {
  title: 'Second step at sign-in',
  offText:
    'Off. With it, signing in takes your password and a six-digit code from an app on your phone, so a password that was found out opens nothing.',
  onText: (since: string) => `On since ${since}. Signing in takes your password and a code.`,
  codesLeft: (left: number, all: number) =>
    left === 0
      ? 'No recovery code is left. Make new ones, or a lost phone locks you out.'
      : `${number(left)} of ${count(all, 'recovery code', 'recovery codes')} left.`,
  password: 'Your password',
  switchOn: 'Set it up',
  switchOff: 'Switch it off',
  switchOffTitle: 'Switch the second step off',
  switchedOff: 'The second step is off: the password alone signs in.',
  remake: 'Make new recovery codes',
  remakeHint: 'The old ones stop working at once.',

  setUpTitle: 'Set up the second step',
  scan: '1. Scan this with an authenticator app, such as the one of your password manager.',
  qr: 'QR code with the secret for your authenticator app',
  sameDevice: 'The app is on this device: open it',
  byHand: 'Or type this secret into the app (time-based, six digits):',
  confirm: '2. Type the code that the app shows now.',
  confirmHint: 'Nothing changes before the code is right. It signs you out everywhere else.',
  submit: 'Switch it on',
  cancel: 'Back to your account',
  wrongSetUpCode:
    'This is not the code of this moment. Wait for the next one, and check the clock of your phone.',

  codesTitle: 'Your recovery codes',
  codesIntro:
    'Each signs you in once when your phone is not at hand. They are shown only now: print them, or keep them in a password manager.',
  isOn: 'The second step is on.',
  remade: 'These are your new recovery codes; the old ones work no more.',
  kept: 'I have kept them',

  codeTitle: 'One more step',
  codeIntro: 'Type the six-digit code that your authenticator app shows.',
  code: 'Code',
  codeSubmit: 'Sign in',
  useRecovery: 'Use a recovery code instead',
  recovery: 'Recovery code',
  recoveryHint: 'Ten letters and digits, such as k7f2m-9qx4w. It works once.',
  wrongCode: 'This code is not right, or it was used before.',
  throttled: 'Too many wrong codes. Please wait a quarter of an hour.',
  expired: 'That took too long, or something has changed. Please sign in again.',
  otherAccount: 'Sign in as somebody else',
}
