import type { VNode } from 'preact'
import type { CardModel, VerdictView } from './card-model'
import { choiceOf } from './choice'
import { FindingText } from './finding-words.view'
import { Moment } from './marked-text.view'
import { reasonLabel } from './moderator-reasons'
import type { ScoreView } from './score-words'
import type { Words } from './words/words'
import { useWords } from './words.view'

/** Why a comment waits: the rules, the scores, the readers, the author, the last moderator. */
type WhyProps = { card: CardModel; now: Date; isOnOwnPage?: boolean; title?: string }

export function Why({ card, now, isOnOwnPage = false, title }: WhyProps): VNode {
  const words = useWords()
  const [Title, Part] = isOnOwnPage ? (['h2', 'h3'] as const) : (['h3', 'h4'] as const)
  return (
    <div class="why">
      <Title class="why-title">{title ?? words.card.why}</Title>
      {card.isForLead && <People card={card} now={now} Title={Part} />}
      <Findings card={card} />
      {card.isJudged && <ScoreLine scores={card.scores} />}
      {card.reportCount > 0 && <Reports card={card} now={now} Title={Part} />}
      {card.appeal !== null && (
        <div class="said">
          <Part>{words.card.appeal}</Part>
          <p dir="auto">{card.appeal}</p>
        </div>
      )}
      {card.notes.length > 0 && !isOnOwnPage && <Notes card={card} now={now} />}
      {!card.isForLead && <People card={card} now={now} Title={Part} />}
    </div>
  )
}

function Findings({ card }: { card: CardModel }): VNode {
  const words = useWords()
  if (!card.isJudged) return <p class="muted">{words.card.notJudged}</p>
  if (card.why.length === 0) return <p class="muted">{withoutFinding(card, words)}</p>
  return (
    <ul class="findings">
      {card.why.map(({ title, href, reason, said, isQuoting, isShadow }) => (
        <li class={isShadow ? 'is-shadow' : undefined}>
          <strong>
            <RuleName title={title} href={href} />
          </strong>
          {reason && <span class="tag">{reason}</span>}
          {isShadow && <span class="tag">{words.card.shadow}</span>}
          {(said.met.length > 0 || said.text) && (
            <span class="detail" dir="auto">
              <FindingText said={said} isQuoting={isQuoting} />
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

/** What held a comment where no rule could look at it; otherwise, that none objected. */
function withoutFinding({ decision, status }: CardModel, words: Words): string {
  const isUnread = status === 'held' && decision?.decidedBy === 'system'
  return isUnread ? reasonLabel(words, decision.reason) : words.card.noFinding
}

/** An owner's rule leads to its page. */
export function RuleName({ title, href }: { title: string; href: string | undefined }): VNode {
  const name = <bdi>{title}</bdi>
  return href ? <a href={href}>{name}</a> : name
}

/** Scores worth a look as words and numbers, the low ones by name only. */
export function ScoreLine({ scores }: { scores: readonly ScoreView[] }): VNode {
  const words = useWords()
  const namesOf = (word: ScoreView['word']) =>
    scores.filter((one) => one.word === word).map(({ name }) => words.score[name])
  const [low, unscored] = [namesOf('low'), namesOf('not-scored')]
  if (unscored.length === scores.length) return <p class="not-scored">{words.card.notScored}</p>
  const notable = scores.filter(({ word }) => word !== 'low' && word !== 'not-scored')
  return (
    <>
      {notable.length > 0 && (
        <ul class="scores">
          {notable.map(({ name, value, word }) => (
            <li class={`score is-${word}`}>
              {words.score[name]} <b>{words.decimal(value)}</b> {words.scoreWord[word]}
            </li>
          ))}
        </ul>
      )}
      {low.length + unscored.length > 0 && (
        <p class="muted">
          {[
            low.length > 0 && words.card.otherScores(low.length, low.length === scores.length),
            unscored.length > 0 && words.card.unscoredNames(unscored.join(', ')),
          ]
            .filter(Boolean)
            .join(' ')}
        </p>
      )}
    </>
  )
}

function Reports({ card, now, Title }: WhyProps & { Title: 'h3' | 'h4' }): VNode {
  const words = useWords()
  return (
    <div class="said">
      <Title>{words.card.reports(card.reportCount)}</Title>
      <ul>
        {card.reports.map(({ reason, detail, createdAt }) => (
          <li>
            <b>{reason}</b>
            {detail && (
              <>
                {' '}
                <span dir="auto">{detail}</span>
              </>
            )}{' '}
            <span class="muted">
              <Moment at={createdAt} now={now} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The latest; on a page of its own a comment shows all of them. */
function Notes({ card, now }: WhyProps): VNode {
  const words = useWords()
  return (
    <div class="said">
      <h4>{words.card.notes}</h4>
      <ul>
        {card.notes.map(({ text, who, createdAt }) => (
          <li>
            <b>
              <bdi>{nameInWords(who, words.who)}</bdi>
            </b>{' '}
            <span dir="auto">{text}</span>{' '}
            <span class="muted">
              <Moment at={createdAt} now={now} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What people said: for the lead it comes first. */
const People = ({ card, now, Title }: WhyProps & { Title: 'h3' | 'h4' }): VNode =>
  card.verdicts ? (
    <Verdicts verdicts={card.verdicts} now={now} Title={Title} />
  ) : (
    <LastDecision card={card} now={now} />
  )

type VerdictsProps = { verdicts: NonNullable<CardModel['verdicts']>; now: Date; Title: 'h3' | 'h4' }

/** Two answers side by side, for who has to settle it. */
function Verdicts({ verdicts, now, Title }: VerdictsProps): VNode {
  const words = useWords()
  const { verdicts: texts } = words
  const verdict = (label: string, { action, reason, note, who, at }: VerdictView) => (
    <div>
      <dt>{label}</dt>
      <dd>
        <b class={`is-${action}`}>{words.did[action]}</b>
        <span>{reasonLabel(words, reason)}</span>
        {note && <span dir="auto">{note}</span>}
        <span class="muted">{texts.by(nameInWords(who, words.who), words.ago(at, now))}</span>
      </dd>
    </div>
  )
  return (
    <div class="said">
      <Title>{texts.title}</Title>
      <dl class="verdicts">
        {verdict(texts.first, verdicts.first)}
        {verdict(texts.second, verdicts.second)}
      </dl>
    </div>
  )
}

/** What a person decided; what the rules decided is said above already. */
function LastDecision({ card: { decision, status }, now }: { card: CardModel; now: Date }) {
  const words = useWords()
  if (!decision || (decision.decidedBy === 'rules' && status === 'held')) return null
  const who = nameInWords(decision.who, words.who)
  return (
    <p class="last-decision">
      {words.card.decided(
        words.did[choiceOf(decision.action, decision.reason)],
        who,
        words.ago(decision.decidedAt, now),
      )}
      {decision.note && (
        <>
          {' · '}
          <span dir="auto">{decision.note}</span>
        </>
      )}
    </p>
  )
}

/** @param who a name, "rules" or "system", null for the reader of the page */
export function nameInWords(who: string | null, words: { [name: string]: string }): string {
  if (who === null) return words.you ?? ''
  if (/^(moderator|token):/.test(who)) return words.unknown ?? ''
  return words[who] ?? who
}
