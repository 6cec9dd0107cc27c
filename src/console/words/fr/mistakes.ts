import type { mistakes as english } from '../en/mistakes'
import { number } from './formats'
import { ruleFields } from './rule-fields'

const types: Record<string, string> = { ...ruleFields.types, null: 'null' }

const typeOf = (type: string): string =>
  types[type] ?? (type.startsWith('list<') ? 'liste' : type.replace(/^\$/, 'groupe '))

const hints = {
  write_a_point: ' Écrivez le nombre entier avec un point décimal, par exemple 2.0.',
  never_null:
    ' Aucun champ ne vaut jamais null : un texte inconnu vaut "" et un nombre inconnu vaut -1.',
}

const kinds = { list: 'liste de mots', pattern: 'liste d’expressions régulières' }

const quoted = (names: readonly string[]): string => names.map((name) => `« ${name} »`).join(', ')

const condition: typeof english.condition = {
  no_field: ({ name, near, isGroup }) =>
    isGroup
      ? `« ${name} » n’est pas un champ, mais un groupe. Indiquez l’un de ses champs : « ${name}.… ».`
      : `Le champ « ${name} » n’existe pas.${near && ` Vouliez-vous dire « ${near} » ?`}`,
  not_between: ({ operator, left, right, hint }) =>
    `« ${operator} » ne s’applique pas à ces valeurs : « ${typeOf(left)} » à gauche, « ${typeOf(right)} » à droite.${hint ? hints[hint] : ''}`,
  not_before: ({ sign, type }) =>
    `« ${sign} » ne peut pas précéder une valeur de type « ${typeOf(type)} ».`,
  needs_true_or_false: ({ type }) =>
    `« && », « || » et « ? » exigent true ou false ; cette valeur est de type « ${typeOf(type)} ».`,
  branches_differ: 'Les deux côtés de « : » doivent être du même type.',
  mixed_list: 'Tous les éléments d’une liste doivent être du même type.',
  no_fields_below: ({ type }) => `Une valeur de type « ${typeOf(type)} » n’a pas de champs.`,
  not_called_so: ({ name }) =>
    `${name}() ne s’emploie pas ainsi ; vérifiez à quoi la fonction s’applique et ce qui figure entre les parenthèses.`,
  no_function: ({ name, known }) =>
    `${name}() n’est pas disponible dans une condition. Fonctions disponibles : ${known.map((one) => `${one}()`).join(', ')}.`,
  bank_in_quotes: ({ kind }) => `${kind}() attend le nom d’une liste entre guillemets droits.`,
  bank_of_other_kind: ({ name, write }) =>
    `La liste « ${name} » est de l’autre type : écrivez ${write}("${name}").`,
  no_bank: ({ kind, name, known }) =>
    `Aucune ${kinds[kind]} ne s’appelle « ${name} ».${known.length > 0 ? ` Listes disponibles : ${quoted(known)}.` : ''}`,
  ends_too_soon: 'La condition s’arrête trop tôt.',
  not_here: ({ text }) => `« ${text} » n’a pas sa place ici.`,
  missing_before: ({ sign, text }) => `Il manque « ${sign} » avant « ${text} ».`,
  not_closed:
    'Un texte n’est pas fermé ; il doit se terminer par les mêmes guillemets qu’au début.',
  not_a_number: ({ text }) => `« ${text} » n’est pas un nombre.`,
  wrong_escape:
    'Le signe \\ doit être suivi de n, r, t, \\, " ou \' ; pour le signe lui-même, écrivez \\\\.',
  reserved: ({ name }) => `« ${name} » est un mot réservé du langage des conditions.`,
  plain_values_only: 'Seuls les textes, les nombres, true et false sont autorisés ici.',
  number_too_large: 'Ce nombre est trop grand.',
  result_too_large: 'Le résultat pourrait devenir trop grand.',
  loop_in_loop: 'Une boucle ne peut pas en contenir une autre.',
  loop_over_list: ({ name }) => `${name}() ne s’applique qu’à un champ contenant une liste.`,
  loop_name: ({ name }) => `${name}() a besoin d’un nouveau nom pour désigner l’élément examiné.`,
  divisor: 'Le diviseur doit être un nombre écrit tel quel et supérieur à 0.',
  no_joining: 'Une condition ne peut pas mettre bout à bout des textes ou des listes.',
  no_index:
    'Un élément d’une liste ne peut pas être désigné par sa position ; utilisez exists() ou in.',
  no_optional: 'Il n’y a pas de champs facultatifs : chaque champ est toujours présent.',
  no_maps: 'Les tableaux associatifs ({…}) ne sont pas disponibles dans une condition.',
  too_complex: ({ parts, levels, elements }) =>
    `Une condition admet au plus ${number(parts)} parties, ${number(levels)} niveaux d’imbrication et ${number(elements)} éléments par liste.`,
  too_long: ({ limit }) => `Une condition compte au plus ${number(limit)} caractères.`,
  not_true_or_false:
    'Une condition doit être vraie ou fausse ; comparez cette valeur à quelque chose.',
  not_understood: (_) => 'C’est impossible dans une condition.',
}

const bank: typeof english.bank = {
  wrong_name:
    'Pour le nom : minuscules sans accent, chiffres, « - » et « _ », 40 caractères au plus ; commencez par une lettre.',
  too_many_words: ({ limit }) => `Une liste de mots contient au plus ${number(limit)} entrées.`,
  too_many_patterns: ({ limit }) =>
    `Une liste d’expressions régulières contient au plus ${number(limit)} entrées.`,
  too_costly:
    'Prises ensemble, ces expressions sont trop coûteuses : réduisez les répétitions comme {0,50}.',
  too_many_banks: ({ limit }) => `Un site peut avoir au plus ${number(limit)} listes.`,
  same_name: 'Deux listes portent le même nom.',
  too_many_patterns_in_all: ({ limit }) =>
    `Un site peut avoir au plus ${number(limit)} expressions régulières en tout.`,
}

/** Of an entry, so in the feminine. */
const entry: typeof english.entry = {
  empty: 'Elle est vide.',
  no_text: 'Elle contient un caractère non valide.',
  too_long: ({ limit }) => `Elle dépasse ${number(limit)} caractères.`,
  star_inside: 'L’étoile (*) n’est possible qu’à la fin, comme dans « mot* ».',
  nothing_to_find: 'Elle ne contient ni lettre, ni chiffre, ni émoji.',
  too_wide: ({ limit }) => `Il faut au moins ${number(limit)} lettres avant l’étoile.`,
  repeats_too_much:
    'Elle contient trop de répétitions : .{0,50} est à peu près le maximum, et les répétitions imbriquées se multiplient.',
  too_large: 'Elle est trop volumineuse : divisez-la en plusieurs expressions.',
  matches_everything: 'Elle correspond à un texte vide, et donc à n’importe quel commentaire.',
  no_pattern: ({ piece }) =>
    `Elle ne respecte pas la syntaxe RE2 ; l’erreur se trouve à « ${piece} ».`,
}

/** What owners did wrong. */
export const mistakes: typeof english = { condition, bank, entry }
