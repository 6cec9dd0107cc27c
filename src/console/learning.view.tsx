import type { VNode } from 'preact'
import type { readLearningReport } from '../scoring/learning-report.flow'
import type { Site } from '../sites/site'
import { type Frame, renderConsolePage } from './console-frame.view'
import { LearntLimits } from './learnt-limits.view'
import { Said } from './said.view'
import { Scrolled } from './scrolled.view'
import { learningHref, settingsHref } from './settings.view'
import { useWords } from './words.view'

type Report = Awaited<ReturnType<typeof readLearningReport>>

export type LearningPageModel = {
  frame: Omit<Frame, 'title'>
  site: Site
  report: Report
  now: Date
  notice?: string | undefined
  /** The way to forget was taken without the tick. */
  isUnconfirmed?: boolean
}

/** What the scores of a site have learnt, how good they are, and the way to forget it. */
export function renderLearningPage(model: LearningPageModel): string {
  const { frame, site, report, notice } = model
  const { learnt } = frame.words
  return renderConsolePage(
    { ...frame, title: learnt.title },
    <div class="story-page">
      <p>
        <a href={settingsHref(site.slug)}>{learnt.back}</a>
      </p>
      <h1>
        {learnt.title}: <bdi>{site.name}</bdi>
      </h1>
      <Said notice={notice} />
      <p>
        {report.enabled ? learnt.isOn : learnt.isOff}
        {report.since && ` ${learnt.since(frame.words.dateTime(new Date(report.since)))}`}
      </p>
      <Scores {...model} />
      <section class="panel">
        <h2>{learnt.quality}</h2>
        <p class="muted">{learnt.qualityIntro}</p>
        <Quality weeks={report.quality} />
      </section>
      <Forget {...model} />
    </div>,
  )
}

function Scores({ site, report: { scores }, now }: LearningPageModel): VNode {
  const words = useWords()
  const { learnt } = words
  if (scores.length === 0) return <p class="panel muted">{learnt.none}</p>
  return (
    <div class="story-grid">
      {scores.map(({ score, decisions, learnt_at, raises, lowers, calibration }) => (
        <section class="panel">
          <h2>{words.score[score]}</h2>
          <p class="muted">{learnt.decisions(decisions, words.ago(learnt_at, now))}</p>
          <h3>{learnt.raises}</h3>
          <WordList list={raises} />
          <h3>{learnt.lowers}</h3>
          <WordList list={lowers} />
          <LearntLimits site={site} score={score} calibration={calibration} />
        </section>
      ))}
    </div>
  )
}

function WordList({ list }: { list: Report['scores'][number]['raises'] }): VNode {
  const { learnt } = useWords()
  if (list.length === 0) return <p class="muted">{learnt.noWords}</p>
  return (
    <ul class="word-list">
      {list.map(({ word }) => (
        <li class="tag">
          <bdi>{word}</bdi>
        </li>
      ))}
    </ul>
  )
}

function Quality({ weeks }: { weeks: Report['quality'] }): VNode {
  const words = useWords()
  const { learnt, settings } = words
  if (weeks.length === 0) return <p class="muted">{learnt.noQuality}</p>
  return (
    <Scrolled label={learnt.quality}>
      <table>
        <thead>
          <tr>
            <th scope="col">{learnt.week}</th>
            <th scope="col">{settings.score}</th>
            <th scope="col">{learnt.decided}</th>
            <th scope="col">{learnt.right}</th>
            <th scope="col">{learnt.found}</th>
            <th scope="col">{learnt.wronglyFlagged}</th>
          </tr>
        </thead>
        <tbody>
          {weeks.toReversed().map((one) => (
            <tr>
              <th scope="row">{words.date(new Date(one.week))}</th>
              <td>{words.score[one.score]}</td>
              <td class="number">{words.number(one.decided)}</td>
              <td class="number">{learnt.shareOf(one.right, one.decided)}</td>
              <td class="number">
                {words.number(one.found)} / {words.number(one.of_class)}
              </td>
              <td class="number">
                {words.number(one.wrongly_flagged)} / {words.number(one.decided - one.of_class)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  )
}

function Forget({ site, isUnconfirmed = false }: LearningPageModel): VNode {
  const { learnt } = useWords()
  return (
    <section class="panel">
      <h2>{learnt.forgetTitle}</h2>
      <p id="forget-text">{learnt.forgetText}</p>
      {isUnconfirmed && (
        <p class="problem" id="forget-problem" role="alert">
          {learnt.notConfirmed}
        </p>
      )}
      <form class="stacked" method="post" action={`${learningHref(site.slug)}/forget`}>
        <label class="tick">
          <input
            type="checkbox"
            name="confirmed"
            required
            aria-describedby={isUnconfirmed ? 'forget-problem forget-text' : 'forget-text'}
          />{' '}
          {learnt.confirm}
        </label>
        <button type="submit" class="act is-reject">
          {learnt.forget}
        </button>
      </form>
    </section>
  )
}
