import type { VNode } from 'preact'
import type { LearningScore } from '../scoring/decision-log'
import type { SiteCalibration } from '../scoring/site-calibration'
import type { Site } from '../sites/site'
import { settingsHref } from './settings.view'
import { thresholdActions } from './settings-fields'
import { useWords } from './words.view'

type Props = { site: Site; score: LearningScore; calibration: SiteCalibration }

/** What a score means on the site, and where its limits would fall among what was approved. */
export function LearntLimits({ site, score, calibration }: Props): VNode {
  const { learnt } = useWords()
  const { fitted_on, thresholds } = calibration
  return (
    <>
      <h3>{learnt.limits}</h3>
      <p class="muted">{fitted_on === 0 ? learnt.notFitted : learnt.fitted(fitted_on)}</p>
      {thresholds.length === 0 ? (
        <p class="muted">{learnt.noLimits}</p>
      ) : (
        <LimitTable thresholds={thresholds} />
      )}
      <Present site={site} score={score} />
    </>
  )
}

/** Up, so that a limit of three digits never holds more than it says. */
const roundedUp = (score: number): number => Math.ceil(score * 1000) / 1000

function LimitTable({ thresholds }: Pick<SiteCalibration, 'thresholds'>): VNode {
  const words = useWords()
  const { learnt } = words
  return (
    <>
      <p>{learnt.limitsIntro}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{learnt.limitFrom}</th>
            <th scope="col">{learnt.limitHolds}</th>
          </tr>
        </thead>
        <tbody>
          {thresholds.map(({ approved_share, threshold }) => (
            <tr>
              <th scope="row">{words.number(roundedUp(threshold))}</th>
              <td>{words.share(approved_share)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function Present({ site, score }: Pick<Props, 'site' | 'score'>): VNode {
  const words = useWords()
  const { learnt, settings } = words
  const limits = site.settings.thresholds[score]
  return (
    <>
      <p>{learnt.limitsNow}</p>
      <dl class="facts">
        {thresholdActions.map((action) => {
          const limit = limits[action]
          return (
            <div>
              <dt>{settings.thresholdHeads[action]}</dt>
              <dd>{limit === null ? settings.off : words.number(limit)}</dd>
            </div>
          )
        })}
      </dl>
      <p>
        <a href={`${settingsHref(site.slug)}#thresholds`}>{learnt.setLimits(words.score[score])}</a>
      </p>
    </>
  )
}
