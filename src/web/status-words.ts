import type { Status } from '../comments/comment'

/** What the author of a comment is told: in one sentence, and what it means. */
export const statusWords: Record<Status, { headline: string; meaning: string }> = {
  pending: {
    headline: 'Your comment is awaiting moderation',
    meaning: 'It is being checked. Until then only you can see it, on this page.',
  },
  held: {
    headline: 'Your comment is awaiting moderation',
    meaning: 'A moderator will read it. Until then only you can see it, on this page.',
  },
  approved: {
    headline: 'Your comment is published',
    meaning: 'Everybody can read it below the article.',
  },
  rejected: {
    headline: 'Your comment was not published',
    meaning: 'Other readers cannot see it.',
  },
  spam: {
    headline: 'Your comment was not published',
    meaning: 'Other readers cannot see it.',
  },
  deleted: {
    headline: 'You deleted this comment',
    meaning: 'Its text has been erased. Replies to it stay where they are.',
  },
}
