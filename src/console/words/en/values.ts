/** What stands for values, roles and queues that have a name of ours. */
export const values = {
  unknown: 'unknown',
  none: 'none',
  /** What a rule saw, behind what it looks for. */
  here: (value: string) => `(here: ${value})`,
  roles: {
    reader: 'reader',
    trusted: 'trusted author',
    staff: 'staff',
  } as Record<string, string>,
  queues: {
    default: 'Usual queue',
    lead: 'For the lead',
    sample: 'Samples',
    urgent: 'Urgent',
    legal: 'Legal',
    conflict: 'Rules disagree',
  } as Record<string, string>,
}
