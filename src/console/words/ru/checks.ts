import type { NamedEntries, SecondSign } from '../../../rules/built-in/details'
import type { ScoreFailure, ScoreName } from '../../../scoring/score'
import type { HostSign } from '../../../text/host-signs'
import type { english } from '../en/english'
import { desk } from './desk'
import { comments, count, decimal, number, percent } from './formats'

const scoreRules: Record<`score_${ScoreName}`, string> = {
  score_spam: 'Оценка: спам',
  score_toxicity: 'Оценка: токсичность',
  score_insult: 'Оценка: оскорбление',
  score_threat: 'Оценка: угроза',
  score_identity_attack: 'Оценка: нападки на группу',
  score_profanity: 'Оценка: нецензурная лексика',
  score_sexual: 'Оценка: сексуальный контент',
}

/** A title contains the label of its reason where it can: a card then says it once. */
export const builtInRules: (typeof english)['builtInRules'] = {
  honeypot: 'Заполнено поле-ловушка',
  too_fast: 'Отправлено слишком быстро',
  blocked_words: 'Запрещённое слово',
  suspect_words: 'Подозрительное слово',
  blocked_domains: 'Запрещённый домен',
  blocked_network: 'Заблокированная сеть',
  many_links: 'Лишние ссылки',
  newcomer_link: 'Ссылка от нового автора',
  refused_domain: 'Ссылка, по которой уже были отказы',
  suspicious_link: 'Ссылка со скрытым или поддельным адресом',
  repeated_text: 'Повтор текста',
  similar_text: 'Почти дословный повтор текста',
  author_flooding: 'Флуд от одного автора',
  network_flooding: 'Флуд из одной сети',
  ...scoreRules,
  not_scored: 'Нет оценки',
  shouting: 'Сплошные заглавные',
  too_short: 'Слишком короткий',
  too_long: 'Слишком длинный',
  newcomer: 'Новый автор',
}

const links = (value: number) => count(value, 'ссылка', 'ссылки', 'ссылок')
const characters = (value: number) => count(value, 'символ', 'символа', 'символов')
const times = (value: number) => count(value, 'раз', 'раза', 'раз')

/** `«один», «два» и ещё 4` */
function entries({ named, others }: NamedEntries): string {
  const quoted = named.map((entry) => `«${entry}»`).join(', ')
  return others > 0 ? `${quoted} и ещё ${number(others)}` : quoted
}

const missing = { spam: 'спам', toxicity: 'токсичность' }

const causes: Record<ScoreFailure, string> = {
  failed: ' При оценке произошёл сбой.',
  out_of_time: ' Оценка заняла слишком много времени и была остановлена.',
  away: ' Другой сервис не ответил.',
}

const signs: Record<HostSign, string> = {
  shortener: 'сервис, который скрывает, куда ведёт ссылка',
  punycode: 'имя записано не так, как читается',
  mixed_scripts: 'в имени смешаны буквы разных алфавитов',
  bare_address: 'голый сетевой адрес вместо имени',
  lookalike: 'имя похоже на одно из доверенных',
}

/** «Ёлочки» only around what may be covered, and around the names of banks. */
const secondSigns: Record<SecondSign, string> = {
  honeypot: 'Заполнено поле, которого читатели не видят.',
  blocked_network: 'Комментарий отправлен из сети, которую сайт заблокировал.',
  spam_author: 'Модератор уже отметил комментарий этого автора как спам.',
  spam_network: 'Модераторы уже отмечали комментарии из этой сети как спам.',
  refused_domain: 'Модераторы уже отказывали комментариям с такими ссылками.',
  copies: 'Тот же автор или та же сеть уже присылали эту рекламу.',
}

export const details: (typeof english)['details'] = {
  author_flooding: ({ count, limit }) =>
    `От того же автора за последний час: ещё ${comments(count)}; предел: ${number(limit)} в час.`,
  network_flooding: ({ count, limit }) =>
    `Из той же сети за последний час: ещё ${comments(count)}; предел: ${number(limit)} в час.`,
  blocked_domains: ({ host }) => `Есть ссылка на домен, запрещённый на этом сайте: ${host}.`,
  blocked_network: (_) => 'Комментарий пришёл из сети, заблокированной на этом сайте.',
  blocked_words: ({ isDisguised, ...found }) =>
    isDisguised
      ? `Похоже на замаскированные слова из списка «blocked»: ${entries(found)}.`
      : `Найдено по списку «blocked»: ${entries(found)}.`,
  suspect_words: (found) => `Найдено по списку «suspect»: ${entries(found)}.`,
  rule_failed: (_) => 'Правило не удалось выполнить.',
  out_of_time: ({ limit }) =>
    `На правила этого сайта ушло больше ${number(limit)} мс; выполнены не все.`,
  not_searched: (_) =>
    'Текст слишком длинный или слишком долго сравнивается с шаблонами этого сайта; проверены не все шаблоны.',
  honeypot: (_) => 'Заполнено поле, которого читатели не видят.',
  many_links: ({ count, limit }) => `В комментарии ${links(count)}; предел: ${number(limit)}.`,
  newcomer_link: ({ count }) =>
    `В комментарии ${links(count)}, а одобренных комментариев у автора ещё нет.`,
  newcomer: (_) => 'Одобренных комментариев у автора ещё нет.',
  not_scored: ({ lang, lacking: [score, other], because }) => {
    const text = lang ? `Текст на этом языке (${lang})` : 'Этот текст'
    const said =
      score === undefined || other !== undefined
        ? `${text} не удалось оценить.`
        : `${text} не удалось проверить на ${missing[score]}.`
    return said + (because ? causes[because] : '')
  },
  refused_domain: ({ hosts }) =>
    `Комментариям с такими ссылками модераторы уже отказывали: ${hosts.join(', ')}.`,
  suspicious_link: ({ host, sign }) => `${host}: ${sign ? signs[sign] : 'подозрительный адрес'}.`,
  repeated_text: ({ count, own, limit }) =>
    `Тот же текст за 24 часа отправлен ${times(count)}, из них этим автором или из этой сети\u00a0— ${times(own)}; предел: ${number(limit)}.`,
  similar_text: ({ count, limit }) =>
    `Почти тот же текст за 24 часа отправлен ${times(count)}; предел: ${number(limit)}.`,
  shouting: ({ share, limit }) =>
    `Доля заглавных среди букв: ${percent(share)}; предел: ${percent(limit)}.`,
  score: ({ score, value, limit, action, sign }) =>
    `${desk.score[score]}: оценка ${decimal(value)}; начиная с ${number(limit)}: ${desk.ruleAction[action]}.${sign ? ` ${secondSigns[sign]}` : ''}`,
  too_fast: ({ seconds, limit }) =>
    `Форма отправлена через ${number(Math.round(seconds * 10) / 10)} с; человеку нужно не меньше ${number(limit)} с.`,
  too_long: ({ count, limit }) =>
    `В комментарии ${characters(count)}; можно не больше ${number(limit)}.`,
  too_short: ({ count, limit }) =>
    `В комментарии ${characters(count)}; нужно не меньше ${number(limit)}.`,
}
