/** Generic insults and swear words, by stem, with the chance that a text with one of them is toxic. */
export const toxicStems: ReadonlyMap<string, number> = new Map([
  ...weigh(0.8, 'idiot moron imbecil imbecile cretin dumbass asshole arsehole bastard dickhead'),
  ...weigh(0.8, 'fuck fucker fuckwit motherfucker shithead bitch cunt twat wanker scumbag prick'),
  ...weigh(
    0.7,
    'stupid dimwit halfwit nitwit retard lowlife degenerate bullshit douchebag jackass',
  ),
  ...weigh(0.6, 'dumb loser pathetic scum vermin clown pig shit crap bollocks bugger brainless'),
  ...weigh(0.6, 'disgusting sickening filth filthy moronic idiocy stupidity whore slut'),
  ...weigh(0.4, 'liar coward hypocrite fool foolish trash garbage damn hell ignorant delusional'),
])

/** Phrases of the sales talk of spam, with what each adds to the log odds. */
export const spamPhrases: ReadonlyMap<string, number> = new Map([
  ...weigh(2.5, 'click here|visit my|check out my|subscribe to my|my channel|work from home'),
  ...weigh(2.5, 'make money|earn money|extra income|per hour online|online job|home job'),
  ...weigh(2.5, 'contact him on|contact her on|contact me on|whatsapp me|on whatsapp|on telegram'),
  ...weigh(2, 'buy now|order now|limited offer|special offer|free shipping|promo code|100 free'),
  ...weigh(2, 'casino|viagra|cialis|payday loan|loan offer|spell caster|forex|bitcoin investment'),
  ...weigh(2, 'guaranteed profit|double your|crypto signals|you have won|claim your prize'),
  ...weigh(1, 'subscribe|giveaway|discount|cheap|casino bonus|free|followers|whatsapp|telegram'),
])

function weigh(value: number, words: string): [string, number][] {
  return words.split(words.includes('|') ? '|' : ' ').map((word) => [word, value])
}
