const known: Record<string, string> = {
  page_viewed: 'Viewed a page',
  signed_up: 'Signed up',
  onboarded: 'Onboarded',
  activated: 'Activated',
  subscribed: 'Subscribed',
  upgraded: 'Upgraded',
  renewed: 'Renewed',
  renewal_due: 'Renewal due',
  'contact.created': 'Contact added',
};

const prefixes: Record<string, string> = { deal: 'Deal', company: 'Account', interaction: 'Interaction', contact: 'Contact' };

const words = (text: string) => text.replaceAll(/[_.]+/g, ' ').trim();
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** What an event is called: by its kind, which sources may choose freely. */
export function kindName(kind: string): string {
  if (kind === '') return 'No kind';
  const own = known[kind];
  if (own) return own;
  const dot = kind.indexOf('.');
  const prefix = dot > 0 ? prefixes[kind.slice(0, dot)] : undefined;
  return prefix ? `${prefix}: ${words(kind.slice(dot + 1))}` : capital(words(kind));
}

export const dimensionNames: Record<string, string> = {
  kind: 'Event',
  journey_type: 'Journey',
  channel: 'Channel',
  campaign: 'Campaign',
  country: 'Country',
  region: 'Region',
  segment: 'Segment',
  product_id: 'Product',
  source: 'Source',
  amount_currency: 'Currency',
};

/** By which figures are told apart and filtered. */
export const dimensions = ['channel', 'campaign', 'segment', 'country', 'region', 'product_id', 'journey_type', 'source'];

export const grainNames = { person: 'People', company: 'Accounts', deal: 'Deals' } as const;

/** What a value of a dimension is called; labels come from the vocabulary where values are ids. */
export function valueName(dimension: string, value: string, label: string | undefined, country: (code: string) => string): string {
  if (value === '') return `No ${(dimensionNames[dimension] ?? dimension).toLowerCase()}`;
  if (dimension === 'kind') return kindName(value);
  if (dimension === 'country') return country(value);
  if (label && label !== value) return label;
  return dimension === 'campaign' || dimension === 'product_id' || dimension === 'amount_currency' ? value : capital(words(value));
}
