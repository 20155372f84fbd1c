/** Where each record type lives in the address bar. A type not named here still has its pages, under /records. */
const segments: Record<string, string> = {
  company: 'accounts',
  contact: 'contacts',
  deal: 'deals',
  product: 'products',
  interaction: 'interactions',
  objection: 'objections',
  feedback: 'feedback',
  task: 'tasks',
  context_entry: 'context/entries',
};

export const listPath = (type: string, plural = type) => (segments[type] ? `/${segments[type]}` : `/records/${plural}`);
export const recordPath = (type: string, id: string, plural?: string) => `${listPath(type, plural ?? pluralOf(type))}/${id}`;

/** Only for types without metadata at hand: the API's plural is the rule, this the common case. */
export const pluralOf = (type: string) => (type === 'feedback' ? type : type.endsWith('y') ? `${type.slice(0, -1)}ies` : `${type}s`);
