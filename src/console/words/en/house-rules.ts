import { number } from './formats'

/** The house rules of a site and their versions. */
export const houseRules = {
  title: 'House rules',
  intro:
    'What readers may write on this site, and what not. Every decision names the version that was in force, and the author of the comment is shown it.',
  open: 'Show',
  none: 'This site has no house rules yet. Readers see no link to them.',
  current: (version: number) => `Version ${number(version)}, in force`,
  onSite: 'See it as readers do',
  write: 'Write a new version',
  text: 'Text',
  textHint:
    'A paragraph a line. A line that begins with "1." or "-" becomes a numbered point, so that people can name it. At most 10,000 characters.',
  comment: 'What is different',
  commentHint: 'For the list of versions; readers do not see it.',
  preview: 'Preview',
  previewTitle: 'Preview: nothing is published yet',
  changesTitle: 'Changes to the version in force',
  publish: 'Publish this version',
  published: 'Published. Decisions from now on name this version.',
  wrongText: 'Write a text of at most 10,000 characters.',
  wrongComment: 'Use at most 300 characters.',
  overtaken: (version: number) =>
    `Somebody else has published version ${number(version)} meanwhile, so yours was not. Below it says what you would change in it.`,
  same: 'This is the text of the version in force.',
  versions: 'All versions',
  version: 'Version',
  by: 'By',
  at: 'When',
  versionOf: (version: number) => `Version ${number(version)}`,
  back: 'House rules',
  changesSince: (version: number) => `Changes to version ${number(version)}`,
  noChanges: 'Nothing is different.',
  tooDifferent: 'The texts are too different to be compared.',
  useAgain: 'Begin a new version with this text',
  inForce: (version: number) => `house rules, version ${number(version)}`,
}
