import type { ScoreName } from '../../../scoring/score'
import type { Words } from '../words'

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
export const builtInRules: Words['builtInRules'] = {
  honeypot: 'Заполнено поле-ловушка',
  too_fast: 'Отправлено слишком быстро',
  blocked_words: 'Запрещённое слово',
  suspect_words: 'Подозрительное слово',
  blocked_domains: 'Запрещённый домен',
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
