import type { SecondSign } from '../../../rules/built-in/details'
import type { ScoreFailure, ScoreName } from '../../../scoring/score'
import type { HostSign } from '../../../text/host-signs'
import type { english } from '../en/english'
import { desk } from './desk'
import { count, decimal, number } from './formats'

export const builtInRules: (typeof english)['builtInRules'] & Record<`score_${ScoreName}`, string> =
  {
    honeypot: 'Тұзақ өріс толтырылған',
    too_fast: 'Тым тез жіберілген',
    blocked_words: 'Тыйым салынған сөздер',
    suspect_words: 'Күдікті сөздер',
    blocked_domains: 'Тыйым салынған домендер',
    blocked_network: 'Тыйым салынған желі',
    many_links: 'Сілтемелер көп',
    newcomer_link: 'Жаңа автордың сілтемесі',
    refused_domain: 'Модераторлар бұрын қабылдамаған сілтеме',
    suspicious_link: 'Жасырын немесе алдамшы сілтеме',
    repeated_text: 'Қайталанған мәтін',
    similar_text: 'Бірдей дерлік мәтін',
    author_flooding: 'Бір автордың флуды',
    network_flooding: 'Бір желіден келген флуд',
    score_spam: 'Спам көрсеткіші',
    score_toxicity: 'Уыттылық көрсеткіші',
    score_insult: 'Қорлау көрсеткіші',
    score_threat: 'Қорқыту көрсеткіші',
    score_identity_attack: 'Топты кемсіту көрсеткіші',
    score_profanity: 'Боғауыз сөз көрсеткіші',
    score_sexual: 'Сексуалдық мазмұн көрсеткіші',
    not_scored: 'Бағаланбаған',
    shouting: 'Бас әріптер көп',
    too_short: 'Тым қысқа',
    too_long: 'Тым ұзын',
    newcomer: 'Жаңа автор',
  }

const percent = (share: number): string => `${Math.round(share * 100)}%`

type NamedEntries = { named: readonly string[]; others: number }

/** `«one», «two» және тағы 4` */
function entries({ named, others }: NamedEntries): string {
  const quoted = named.map((entry) => `«${entry}»`).join(', ')
  return others > 0 ? `${quoted} және тағы ${number(others)}` : quoted
}

const missing = { spam: 'спам', toxicity: 'уыттылық' }

const causes: Record<ScoreFailure, string> = {
  failed: ' Бағалау кезінде қате шықты.',
  out_of_time: ' Бағалау тым ұзаққа созылып, тоқтатылды.',
  away: ' Басқа қызмет жауап бермеді.',
}

const signs: Record<HostSign, string> = {
  shortener: 'қайда апаратынын жасыратын қызмет',
  punycode: 'көрінісі жазылуынан өзгеше атау',
  mixed_scripts: 'бірнеше жазудың әріптері аралас',
  bare_address: 'доменсіз желі мекенжайы',
  lookalike: 'осы сайт сенетін атауға ұқсатып жасалған',
}

/** What stands in quotation marks is covered for those who want it so: only what was found. */
const secondSigns: Record<SecondSign, string> = {
  honeypot: 'Оқырмандар көрмейтін өріс толтырылған.',
  blocked_network: 'Пікір осы сайт бұғаттаған желіден жіберілген.',
  spam_author: 'Модератор бұл автордың пікірін спам деп белгілеген.',
  spam_network: 'Модераторлар бұл желіден келген пікірлерді спам деп белгілеген.',
  refused_domain: 'Модераторлар осындай сілтемесі бар пікірлерді қабылдамаған.',
  copies: 'Сол автор немесе сол желі бұл жарнаманы бұрын да жіберген.',
}

export const details: (typeof english)['details'] = {
  author_flooding: ({ count: value, limit }) =>
    `Автор соңғы сағатта тағы ${count(value, 'пікір')} жіберген; шегі – сағатына ${number(limit)}.`,
  network_flooding: ({ count: value, limit }) =>
    `Сол желіден соңғы сағатта тағы ${count(value, 'пікір')} келген; шегі – сағатына ${number(limit)}.`,
  blocked_domains: ({ host }) => `Осы сайтта тыйым салынған ${host} доменіне сілтеме бар.`,
  blocked_network: (_) => 'Пікір осы сайтта тыйым салынған желіден келді.',
  blocked_words: ({ isDisguised, ...found }) =>
    isDisguised
      ? `Мәтінде «blocked» тізіміндегі жазба бұрмаланып жазылған болуы мүмкін: ${entries(found)}.`
      : `Мәтінде «blocked» тізіміндегі жазба бар: ${entries(found)}.`,
  suspect_words: (found) => `Мәтінде «suspect» тізіміндегі жазба бар: ${entries(found)}.`,
  rule_failed: (_) => 'Ережені орындау мүмкін болмады.',
  out_of_time: ({ limit }) =>
    `Осы сайттың ережелерін орындауға берілген уақыт (${number(limit)} мс) жетпеді; кейбір ережелер орындалмай қалды.`,
  not_searched: (_) =>
    'Мәтін тым ұзын немесе осы сайттың үлгілерімен тым баяу салыстырылады; кейбір үлгілер тексерілмей қалды.',
  honeypot: (_) => 'Оқырманға көрінбейтін өріс толтырылған.',
  many_links: ({ count: value, limit }) =>
    `Пікірде ${count(value, 'сілтеме')} бар; шегі – ${number(limit)}.`,
  newcomer_link: ({ count: value }) =>
    `Пікірде ${count(value, 'сілтеме')} бар, ал автордың бірде-бір пікірі әлі мақұлданбаған.`,
  newcomer: (_) => 'Автордың бірде-бір пікірі әлі мақұлданбаған.',
  not_scored: ({ lang, lacking: [score, other], because }) => {
    const language = lang ? ` (тілі: ${lang})` : ''
    const said =
      score === undefined || other !== undefined
        ? `Бұл мәтінді бағалау мүмкін болмады${language}.`
        : `Бұл мәтіннің ${missing[score]} көрсеткішін анықтау мүмкін болмады${language}.`
    return said + (because ? causes[because] : '')
  },
  refused_domain: ({ hosts }) =>
    `Модераторлар мына домендерге сілтемесі бар пікірлерді қабылдамаған: ${hosts.join(', ')}.`,
  suspicious_link: ({ host, sign }) => `${host}: ${sign ? signs[sign] : 'күдікті хост'}.`,
  repeated_text: ({ count: value, own, limit }) =>
    `Дәл осы мәтін 24 сағатта ${count(value, 'рет')} жіберілген, соның ${count(own, 'реті')} – осы автордан немесе осы желіден; шегі – ${number(limit)}.`,
  similar_text: ({ count: value, limit }) =>
    `Бірдей дерлік мәтін 24 сағатта ${count(value, 'рет')} жіберілген; шегі – ${number(limit)}.`,
  shouting: ({ share, limit }) =>
    `Бас әріптердің үлесі – ${percent(share)}; шегі – ${percent(limit)}.`,
  score: ({ score, value, limit, action, sign }) =>
    `${desk.score[score]} көрсеткіші – ${decimal(value)}; шекті мәні – ${number(limit)}, содан бастап: ${desk.ruleAction[action]}.${sign ? ` ${secondSigns[sign]}` : ''}`,
  too_fast: ({ seconds, limit }) =>
    `Форма ${seconds.toFixed(1).replace('.', ',')} с ішінде жіберілген; сенуге болатын ең қысқа уақыт – ${number(limit)} с.`,
  too_long: ({ count: value, limit }) =>
    `Пікірде ${count(value, 'таңба')} бар; рұқсат етілгені – ең көбі ${number(limit)}.`,
  too_short: ({ count: value, limit }) =>
    `Пікірде ${count(value, 'таңба')} бар; рұқсат етілгені – кемінде ${number(limit)}.`,
}
