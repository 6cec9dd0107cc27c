import type { Band } from '../../../moderation/agreement'
import { count, decimal, number } from './formats'

const percent = (share: number) => `${Math.round(share * 100)} %`

/** How far people and rules agree. */
export const quality = {
  percent,
  interval: (low: number, high: number) => `${decimal(low)} to ${decimal(high)}`,
  percentInterval: (low: number, high: number) =>
    `${Math.round(low * 100)} to ${Math.round(high * 100)} %`,

  agreement: {
    title: 'Do moderators agree?',
    intro:
      'A share of the decisions is looked at a second time, by somebody who does not know the first decision. The comparison says how clear your rules are to people, not who is right.',
    none: 'Nothing was looked at a second time in these days.',
    tooFew: (pairs: number, least: number) =>
      `${count(pairs, 'decision was', 'decisions were')} looked at a second time. Figures are shown from ${number(least)} on: before, they would tell of luck.`,
    undefined: (pairs: number) =>
      `${count(pairs, 'decision was', 'decisions were')} looked at a second time, and both always said the same one thing. κ is not defined then: chance alone would agree.`,
    overall: (agreed: number, pairs: number, share: number) =>
      `The same action for ${number(agreed)} of ${count(pairs, 'decision', 'decisions')}: ${percent(share)}.`,
    kappaIs: (value: number, low: number, high: number, band: string) =>
      `Cohen’s κ, which leaves chance out: ${decimal(value)} (${decimal(low)} to ${decimal(high)}), ${band}.`,
    bands: {
      poor: 'poor',
      slight: 'slight',
      fair: 'fair',
      moderate: 'moderate',
      substantial: 'substantial',
      'almost-perfect': 'almost perfect',
    } satisfies Record<Band, string>,
    bandNote:
      'The words are a rule of thumb (Landis and Koch 1977). Look at the interval first, then at single answers.',
    byAction: 'By action',
    byReason: 'By reason to reject',
    plot: 'Cohen’s κ of each answer',
    plotText: (shown: number, left: number) =>
      `${count(shown, 'answer', 'answers')} with κ and its 95 % interval, from 0, chance, to 1, full agreement.${
        left > 0 ? ` ${count(left, 'answer has', 'answers have')} too few pairs to show.` : ''
      } The same numbers are in the table that follows.`,
    answer: 'Answer',
    first: 'First',
    second: 'Second',
    both: 'Both',
    share: 'Agreement',
    kappaTitle: 'κ',
    kappaInterval: '95 % interval',
    few: 'too few to say',
    notDefined: 'not defined',
  },

  precision: {
    title: 'How right are the rules?',
    intro:
      'Of the comments that a rule spoke about and a person decided on: how often the person did as the rule wanted. Rules that hold comments to be read first are meant to be wrong often.',
    none: 'No rule spoke in these days.',
    plot: 'Precision of each rule',
    plotText: (shown: number, left: number) =>
      `${count(shown, 'rule', 'rules')} with precision and its 95 % interval, from 0 to 100 %.${
        left > 0
          ? ` On ${count(left, 'further rule', 'further rules')} nobody has decided yet.`
          : ''
      } The same numbers are in the table that follows.`,
    table: 'The rules in numbers',
    rule: 'Rule',
    inShadow: (rule: string) => `In shadow: ${rule}`,
    hits: 'Hits',
    agreed: 'People agreed',
    disagreed: 'Disagreed',
    precision: 'Precision',
    interval: '95 % interval',
    unknown: 'nobody has looked',
  },
  overturned: {
    title: 'How often do others decide the opposite?',
    intro:
      'Of what each person decided for good in these days: how often somebody else came to the opposite later, on an appeal, after a second review, or of their own accord. Only owners see this. Who gets the hard cases is overturned more often, and few decisions say little: look at the interval.',
    none: 'Nobody has decided anything for good in these days.',
    plot: 'Share overturned, of each person',
    plotText: (shown: number) =>
      `${count(shown, 'person', 'people')} with the share of overturned decisions and its 95 % interval, from 0 to 100 %. The same numbers are in the table that follows.`,
    table: 'The people in numbers',
    person: 'Person',
    decisions: 'Decisions',
    overturned: 'Overturned',
    onAppeal: 'On appeal',
    share: 'Share',
    interval: '95 % interval',
  },
}
