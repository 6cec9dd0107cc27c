export type ErrorWords = { title: string; explanation: string }

const words: Record<number, ErrorWords> = {
  400: {
    title: 'We could not read that',
    explanation: 'What your browser sent was incomplete or damaged. Please go back and try again.',
  },
  403: {
    title: 'Not allowed',
    explanation:
      'This request is not allowed. If you filled in a form, open it again and resend it.',
  },
  404: {
    title: 'There is nothing here',
    explanation: 'The address may be mistyped, or the page has been removed.',
  },
  405: {
    title: 'That does not work here',
    explanation: 'This address cannot be used in this way. Please go back to the article.',
  },
  409: {
    title: 'Something changed in the meantime',
    explanation:
      'This was already sent or changed. Please open the page again to see how it stands.',
  },
  413: {
    title: 'That is too long',
    explanation: 'Your text is larger than we accept. Please shorten it and send it again.',
  },
  415: {
    title: 'We could not read that',
    explanation:
      'What was sent is not in a form that we understand. Please use the form on the page.',
  },
  422: {
    title: 'Something is missing',
    explanation: 'Please go back and check what you entered.',
  },
  429: {
    title: 'Too many at once',
    explanation: 'A lot has been sent from your network in a short time. Please wait a little.',
  },
  503: {
    title: 'We are busy or being updated',
    explanation: 'Nothing is wrong with what you did. Please try again in a moment.',
  },
}

const readerFault: ErrorWords = {
  title: 'That did not work',
  explanation: 'The request could not be carried out. Please go back and try again.',
}
const ourFault: ErrorWords = {
  title: 'Something went wrong on our side',
  explanation: 'It is not your fault, and it has been noted. Please try again in a moment.',
}

/** For an HTTP status of 400..599. */
export const errorWords = (status: number): ErrorWords =>
  words[status] ?? (status < 500 ? readerFault : ourFault)
