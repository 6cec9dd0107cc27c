import {
  biasByIdentity,
  type IdentityFigures,
  listedGroups,
  lookalikesFlagged,
  neutralFlagged,
  unlistedGroups,
} from './bias'
import { type FinishedHead, headNamed, thresholdOf } from './finish-head'
import { barChart } from './plot'
import { percent, type Section, table, three } from './report-tables'

const worstShown = 12

function groupTable(acting: readonly IdentityFigures[], unmasked: readonly IdentityFigures[]) {
  const columns = ['group', 'neutral below hostile', 'hostile above neutral', 'same, unmasked head']
  const rows = acting.map(({ identity, neutralBelowHostile, hostileAboveNeutral }) => {
    const other = unmasked.find((figures) => figures.identity === identity)
    return [
      identity,
      three(neutralBelowHostile),
      three(hostileAboveNeutral),
      three(other?.neutralBelowHostile ?? Number.NaN),
    ]
  })
  return table(columns, rows)
}

function folded(title: string, text: string): string {
  return `<details><summary>${title}</summary>\n\n${text}\n\n</details>`
}

/** How often each head flags calm sentences about the groups, at 2 % and at 10 %. */
function flaggedTable(heads: readonly FinishedHead[]): string {
  const rows = heads.flatMap((finished) =>
    [listedGroups, unlistedGroups].map((groups) => [
      finished.recipe.name,
      `${groups.length} ${groups === listedGroups ? 'masked' : 'not masked'}`,
      ...[0.02, 0.1].map((share) =>
        percent(neutralFlagged(finished.head, groups, thresholdOf(finished, share).odds)),
      ),
    ]),
  )
  return table(['head', 'groups', 'neutral flagged at 2 %', 'at 10 %'], rows)
}

function plotOf(figures: readonly IdentityFigures[], title: string): string {
  const bars = figures.slice(0, worstShown).map(({ identity, neutralBelowHostile }) => ({
    label: identity,
    value: neutralBelowHostile,
  }))
  return barChart(title, bars, 0.5)
}

/** Bias by group: those whose names the acting head masks, and those that its list lacks. */
export function biasSection(heads: readonly FinishedHead[]): Section {
  const acting = headNamed(heads, 'toxicity.en')
  const unmasked = headNamed(heads, 'identity_attack.en')
  const tableOf = (groups: readonly string[]) =>
    groupTable(biasByIdentity(acting.head, groups), biasByIdentity(unmasked.head, groups))
  const lookalikes = lookalikesFlagged(acting.head, thresholdOf(acting, 0.02).odds)
  return {
    text:
      `## Bias\n\nOwn sentence templates (AUC by group; 1 is best, worst first). The acting head reads names of ` +
      `groups that are in its list as one word; ${unlistedGroups.length} groups that are not in the list show ` +
      `what becomes of names that nobody thought of.\n\n${flaggedTable([acting, unmasked])}\n\n` +
      `Groups that are not masked:\n\n${tableOf(unlistedGroups)}\n\n` +
      folded(`All ${listedGroups.length} groups that are masked`, tableOf(listedGroups)) +
      `\n\nHarmless look-alikes (“Scunthorpe”) flagged at 2 %: ${lookalikes.length} of 20.\n\n` +
      '![Bias by group](scoring/bias.svg)',
    plots: {
      bias: plotOf(
        biasByIdentity(acting.head, unlistedGroups),
        'Toxicity: neutral sentences of a group that is not masked below hostile ones (AUC)',
      ),
    },
  }
}
