import type { rulesEditor as english } from '../en/rules-editor'

/** The rules of the default pack. */
export const examples: (typeof english)['examples'] = {
  newcomer_link: {
    name: 'Lien d’un nouvel auteur',
    explain:
      'La plupart des liens de spam viennent d’auteurs dont aucun commentaire n’a jamais été approuvé.',
  },
  blatant_spam: {
    name: 'Spam de liens flagrant',
    explain:
      'Trois indices réunis, dont aucun ne suffit seul : un score très élevé, plusieurs liens et aucun antécédent.',
  },
  slurs: {
    name: 'Les injures haineuses ne sont jamais publiées',
    explain:
      'Rejette les mots de la liste « slurs », que vous remplissez ; les graphies déguisées sont mises en attente.',
  },
  threats_first: {
    name: 'Les menaces en tête de file',
    explain: 'Quelqu’un est peut-être en danger : ces commentaires sont lus avant tous les autres.',
  },
  personal_data: {
    name: 'Données privées',
    explain:
      'Les adresses e-mail et les numéros de téléphone ou de compte sont mis en attente, car ce sont souvent ceux d’autrui.',
  },
  flooding: {
    name: 'Rafale de commentaires',
    explain:
      'De nombreux commentaires en une heure ou un texte répété valent 4 points ; 5 points mettent un commentaire en attente.',
  },
  shouting_newcomer: {
    name: 'Abus de majuscules ou nombreux liens',
    explain: 'Un indice léger qui vaut 2 points, et ne compte donc qu’avec d’autres.',
  },
  sensitive_story: {
    name: 'Justice et faits divers, plus strict la nuit',
    explain:
      'Les commentaires sur ces sujets peuvent préjuger d’un procès ou blesser des victimes, et la nuit personne n’est là pour agir.',
  },
  heated_thread: {
    name: 'Une conversation qui s’échauffe',
    explain:
      'À activer quand une discussion dérape : les réponses profondes d’une conversation animée passent d’abord par l’équipe.',
  },
  trusted_author: {
    name: 'Les auteurs fiables sont publiés directement',
    explain:
      'Vingt commentaires approuvés et presque aucun rejeté : observez d’abord ce que la règle publierait, puis activez-la.',
  },
}
