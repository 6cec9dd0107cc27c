import type { settings as english } from '../en/settings'
import { count, lowered, number } from './formats'
import { fields } from './setting-fields'

/** The settings of a site, and what its scores have learnt. */
export const settings: typeof english = {
  title: 'Paramètres',
  intro:
    'Ils s’appliquent dès le prochain commentaire. Ce que vous n’avez pas réglé garde sa valeur par défaut.',
  site: 'Site',
  open: 'Afficher',
  groupsLabel: 'Groupes de paramètres',
  save: 'Enregistrer les paramètres',
  saved: 'Paramètres enregistrés. Ils s’appliquent dès le prochain commentaire.',
  unchanged: 'Rien n’avait changé ; rien n’a été enregistré.',
  notSavedYet: 'La valeur par défaut est remise dans ce champ. Rien n’est encore enregistré.',
  wrong: (fields) =>
    `Rien n’a été enregistré : ${count(fields, 'champ est à revoir', 'champs sont à revoir')}.`,
  overtaken:
    'Quelqu’un d’autre a enregistré des paramètres depuis que vous avez ouvert cette page ; les vôtres ne l’ont donc pas été. Là où ils diffèrent, la valeur en vigueur est indiquée. Enregistrez de nouveau pour appliquer les vôtres.',
  inForce: (value) => `En vigueur : ${value}`,
  changed: 'modifié',
  usual: (value) => `Par défaut : ${value}.`,
  rangeAndUsual: (least, most, usual) =>
    `${most === null ? `${least} ou plus` : `De ${least} à ${most}`} ; par défaut : ${usual}.`,
  aboveAndUsual: (least, usual) => `Plus de ${least} ; par défaut : ${usual}.`,
  asUsual: 'Par défaut',
  asUsualOf: (label) => `Par défaut : ${label}`,
  off: 'Désactivé',
  offOf: (label) => `${label} : désactivé`,
  on: 'activé',
  none: 'aucune valeur',
  entries: (value) => count(value, 'entrée', 'entrées'),
  noKey: 'Effacer la clé enregistrée',
  keyStored: (masked) => `Une clé est enregistrée (${masked}). Vide : elle est conservée.`,
  keyMissing: 'Aucune clé n’est enregistrée.',

  name: 'Nom du site',
  nameHint: 'Les lecteurs le voient au-dessus de chaque article. L’adresse ne change pas.',
  rename: 'Renommer',
  renamed: 'Le site a son nouveau nom.',
  nameWrong: 'Indiquez un nom de 100 caractères au plus.',

  whole: (least, most) =>
    most === null
      ? `Un nombre entier, au moins ${least}.`
      : `Un nombre entier de ${least} à ${most}.`,
  fraction: (least, most) =>
    most === null ? `Un nombre supérieur à ${least}.` : `Un nombre de ${least} à ${most}.`,
  orOff: (text) => `${text} Ou cochez « Désactivé ».`,

  groups: {
    publishing: {
      title: 'Publication',
      intro: 'Ce qui se passe quand aucune règle ne s’exprime.',
    },
    thresholds: {
      title: 'Scores et seuils',
      intro:
        'À partir de ces scores (de 0 à 1, à peu près la probabilité), un commentaire est mis en attente, marqué comme spam ou rejeté. À lui seul, le score de spam ne fait que mettre en attente : il faut un second indice, solide, pour aller plus loin, par exemple des liens déjà refusés par la modération. Un nouvel auteur n’en est pas un.',
    },
    limits: {
      title: 'Limites de l’analyse intégrée',
      intro: 'Ce qui dépasse une limite est mis en attente ; les textes identiques sont du spam.',
    },
    form: {
      title: 'Calcul et formulaire',
      intro: 'Le calcul demandé aux lecteurs, et à partir de quand on est trop rapide.',
    },
    rules: {
      title: 'Points et garde-fou de vos règles',
      intro:
        'Au lieu d’agir, une règle peut ajouter des points. Le garde-fou remet en observation une règle qui s’emballe.',
    },
    learning: {
      title: 'Apprentissage et seconds avis',
      intro:
        'Les scores de ce site apprennent de ce que l’équipe approuve et rejette ; les seconds avis montrent à quel point elle est d’accord.',
    },
    domains: {
      title: 'Domaines des liens',
      intro: 'Un domaine par ligne, par exemple news.example. Ses sous-domaines comptent aussi.',
    },
    networks: {
      title: 'Réseaux des lecteurs',
      intro:
        'Une adresse ou un réseau par ligne, par exemple 203.0.113.7, 203.0.113.0/24 ou 2001:db8::/32. Les adresses des lecteurs ne sont enregistrées nulle part ailleurs.',
    },
    origins: {
      title: 'Pages pouvant intégrer les commentaires',
      intro: 'Une origine par ligne, par exemple https://news.example.',
    },
    scorer: {
      title: 'Service d’analyse externe',
      intro:
        'Envoie chaque texte à un autre service pour un score de plus. Sans lui, les nôtres continuent.',
    },
  },

  fields,

  choices: {
    hold: 'Mise en attente',
    approve: 'Approbation',
    default: 'Décision sans ce score',
    '': 'Aucun service externe',
    perspective: 'Perspective',
    openai: 'Modération OpenAI',
    max: 'Le score le plus élevé',
    fill: 'Seulement si le nôtre manque',
  },

  neverRefuses: 'Ce score ne fait jamais rejeter un commentaire.',
  thresholdHeads: { hold: 'Attente dès', spam: 'Spam dès', reject: 'Rejet dès' },
  score: 'Score',
  threshold: (score, action) => `${score} : ${lowered(action)}`,

  problems: {
    switch: 'Cochez la case ou non.',
    choice: 'Choisissez dans la liste.',
    number: 'Indiquez un nombre de la plage permise.',
    text: 'Cette valeur n’est pas utilisable.',
    list: 'Cette ligne n’est pas utilisable.',
    moment: 'Indiquez une date et une heure.',
    secret:
      'Une clé ne contient ni espaces ni caractères hors ASCII, et compte au plus 500 caractères.',
  },
  problemOf: {
    language: 'Indiquez deux lettres minuscules, par exemple fr.',
    time_zone: 'Ce fuseau horaire n’existe pas. Indiquez par exemple Europe/Paris.',
    blocked_networks:
      'Indiquez une adresse ou un réseau, par exemple 203.0.113.7, 203.0.113.0/24 ou 2001:db8::/32, au plus large /8 (IPv6 : /16).',
    'external_scorer.url':
      'Indiquez une adresse comme https://api.example, sans utilisateur, requête ni fragment.',
  },
  line: (line, problem) => `Ligne ${number(line)} : ${problem}`,
  scorerProblems: {
    'off-here':
      'Les services externes sont désactivés dans cette installation. L’exploitant doit déclarer leurs hôtes dans EXTERNAL_SCORER_HOSTS.',
    'unnamed-host': 'L’exploitant n’a pas déclaré cet hôte dans EXTERNAL_SCORER_HOSTS.',
    'part-of-key': 'Ce n’est pas la clé enregistrée : indiquez-la en entier.',
    'key-again': 'Pour une autre adresse, indiquez de nouveau la clé.',
  },
}
