import type { quality as english } from '../en/quality'
import { count, decimal, number } from './formats'

const percent = (share: number) => `${Math.round(share * 100)} %`

const seenTwice = (pairs: number) =>
  count(pairs, 'décision a reçu un second avis', 'décisions ont reçu un second avis')

/** How far people and rules agree. */
export const quality: typeof english = {
  percent,
  interval: (low, high) => `de ${decimal(low)} à ${decimal(high)}`,
  percentInterval: (low, high) => `de ${Math.round(low * 100)} à ${Math.round(high * 100)} %`,

  agreement: {
    title: 'L’équipe est-elle d’accord ?',
    intro:
      'Une part des décisions fait l’objet d’un second avis, donné sans connaître la première décision. La comparaison montre si vos règles sont claires pour l’équipe, non qui a raison.',
    none: 'Aucun second avis durant ces jours.',
    tooFew: (pairs, least) =>
      `${seenTwice(pairs)}. Les chiffres s’affichent à partir de ${number(least)} : en deçà, ils ne refléteraient que le hasard.`,
    undefined: (pairs) =>
      `${seenTwice(pairs)}, et les deux réponses ont toujours été une seule et même. κ n’est alors pas défini : le hasard seul donnerait le même accord.`,
    overall: (agreed, pairs, share) =>
      `Même décision dans ${number(agreed)} cas sur ${number(pairs)} : ${percent(share)}.`,
    kappaIs: (value, low, high, band) =>
      `κ de Cohen, qui écarte la part du hasard : ${decimal(value)} (de ${decimal(low)} à ${decimal(high)}), accord ${band}.`,
    bands: {
      poor: 'nul',
      slight: 'très faible',
      fair: 'faible',
      moderate: 'modéré',
      substantial: 'fort',
      'almost-perfect': 'presque parfait',
    },
    bandNote:
      'Ces qualificatifs ne sont qu’un repère (Landis et Koch, 1977). Regardez d’abord l’intervalle, puis chaque réponse.',
    byAction: 'Par décision',
    byReason: 'Par motif de rejet',
    plot: 'κ de Cohen de chaque réponse',
    plotText: (shown, left) =>
      `${count(shown, 'réponse', 'réponses')} avec κ et son intervalle à 95 %, de 0 (hasard) à 1 (accord complet).${
        left > 0
          ? ` ${count(left, 'réponse compte', 'réponses comptent')} trop peu de paires pour figurer ici.`
          : ''
      } Les mêmes chiffres figurent dans le tableau qui suit.`,
    answer: 'Réponse',
    first: 'Première',
    second: 'Seconde',
    both: 'Les deux',
    share: 'Accord',
    kappaTitle: 'κ',
    kappaInterval: 'Intervalle à 95 %',
    few: 'trop peu de cas',
    notDefined: 'non défini',
  },

  precision: {
    title: 'Les règles ont-elles raison ?',
    intro:
      'Parmi les commentaires sur lesquels une règle s’est exprimée et que l’équipe a tranchés : à quelle fréquence l’équipe lui a donné raison. Les règles qui mettent en attente pour relecture ont vocation à se tromper souvent.',
    none: 'Aucune règle ne s’est exprimée durant ces jours.',
    plot: 'Précision de chaque règle',
    plotText: (shown, left) =>
      `${count(shown, 'règle', 'règles')} avec la précision et son intervalle à 95 %, de 0 à 100 %.${
        left > 0
          ? ` Pour ${count(left, 'autre règle', 'autres règles')}, l’équipe n’a encore rien décidé.`
          : ''
      } Les mêmes chiffres figurent dans le tableau qui suit.`,
    table: 'Les règles en chiffres',
    rule: 'Règle',
    inShadow: (rule) => `En observation : ${rule}`,
    hits: 'Déclenchements',
    agreed: 'L’équipe d’accord',
    disagreed: 'Pas d’accord',
    precision: 'Précision',
    interval: 'Intervalle à 95 %',
    unknown: 'pas encore examinée',
  },
  overturned: {
    title: 'À quelle fréquence d’autres décident-ils le contraire ?',
    intro:
      'Parmi les décisions définitives de chaque personne durant ces jours : à quelle fréquence quelqu’un d’autre a ensuite décidé le contraire, sur contestation, après un second avis ou de sa propre initiative. Seuls les propriétaires voient ces chiffres. Qui reçoit les cas difficiles est plus souvent contredit, et peu de décisions disent peu de chose : regardez l’intervalle.',
    none: 'Personne n’a pris de décision définitive durant ces jours.',
    plot: 'Part des décisions infirmées, par personne',
    plotText: (shown) =>
      `${count(shown, 'personne', 'personnes')} avec la part de décisions infirmées et son intervalle à 95 %, de 0 à 100 %. Les mêmes chiffres figurent dans le tableau qui suit.`,
    table: 'Les personnes en chiffres',
    person: 'Personne',
    decisions: 'Décisions',
    overturned: 'Infirmées',
    onAppeal: 'Sur contestation',
    share: 'Part',
    interval: 'Intervalle à 95 %',
  },
}
