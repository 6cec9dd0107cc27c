import type { rulesEditor } from '../en/rules-editor'

/** The rules of the default pack, as examples to begin with. */
export const examples: typeof rulesEditor.examples = {
  newcomer_link: {
    name: 'Autor nuevo con un enlace',
    explain:
      'La mayor parte del spam con enlaces viene de autores a los que nunca se ha aprobado un comentario.',
  },
  blatant_spam: {
    name: 'Spam evidente con enlaces',
    explain:
      'Tres indicios a la vez, ninguno de los cuales basta como prueba: una puntuación muy alta, varios enlaces y ningún historial.',
  },
  slurs: {
    name: 'Los insultos discriminatorios no se publican nunca',
    explain:
      'Rechaza las palabras de la lista «slurs», que usted rellena; las camufladas se retienen para un moderador.',
  },
  threats_first: {
    name: 'Las amenazas, primero en la cola',
    explain:
      'Puede haber alguien en peligro, así que estos comentarios se leen antes que los demás.',
  },
  personal_data: {
    name: 'Datos privados',
    explain:
      'Las direcciones de correo y los números de teléfono y de cuenta se retienen, porque a menudo son de otra persona.',
  },
  flooding: {
    name: 'Exceso de comentarios',
    explain:
      'Muchos comentarios en una hora o el mismo texto repetido suman 4 puntos; con 5 se retiene un comentario.',
  },
  shouting_newcomer: {
    name: 'Mayúsculas o muchos enlaces',
    explain: 'Un indicio leve que suma 2 puntos: solo tiene efecto junto con otros.',
  },
  sensitive_story: {
    name: 'Tribunales y sucesos, con más rigor por la noche',
    explain:
      'Los comentarios sobre estos temas pueden prejuzgar un proceso o herir a las víctimas, y por la noche no hay nadie que intervenga.',
  },
  heated_thread: {
    name: 'Una conversación que se acalora',
    explain:
      'Actívela cuando una conversación se descontrole: las respuestas profundas en una conversación muy activa esperan a un moderador.',
  },
  trusted_author: {
    name: 'Los buenos comentaristas conocidos pasan directamente',
    explain:
      'Veinte comentarios aprobados y casi ninguno rechazado: observe en modo sombra qué publicaría y actívela después.',
  },
}
