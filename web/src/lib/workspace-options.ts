import type { Session } from './session';

export type WorkspaceSettings = Omit<Session['workspace'], 'id'>;

const fallbackZones = ['UTC', 'Europe/London', 'Europe/Berlin', 'America/New_York', 'America/Los_Angeles', 'Asia/Singapore', 'Asia/Tokyo', 'Australia/Sydney'];

export function timeZones(): string[] {
  const all = typeof Intl.supportedValuesOf === 'function' ? Intl.supportedValuesOf('timeZone') : fallbackZones;
  return all.includes('UTC') ? all : ['UTC', ...all];
}

const common = ['EUR', 'USD', 'GBP', 'CHF', 'JPY', 'AUD', 'CAD', 'SEK', 'NOK', 'DKK', 'PLN', 'INR', 'BRL', 'SGD'];

export function currencies(locale = 'en'): { value: string; label: string }[] {
  const names = new Intl.DisplayNames([locale], { type: 'currency' });
  const all = typeof Intl.supportedValuesOf === 'function' ? Intl.supportedValuesOf('currency') : common;
  return [...new Set([...common, ...all])].map(value => ({ value, label: `${value}: ${names.of(value) ?? value}` }));
}

export const weekStarts = [
  { value: 'monday', label: 'Monday' },
  { value: 'sunday', label: 'Sunday' },
  { value: 'saturday', label: 'Saturday' },
];

export const months = Array.from({ length: 12 }, (_, i) => ({
  value: String(i + 1),
  label: new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, i, 1)),
}));

export const roles = [
  { value: 'owner', label: 'Owner', hint: 'Everything, and the only one who names owners' },
  { value: 'admin', label: 'Admin', hint: 'Workspace, people, tokens and all records' },
  { value: 'manager', label: 'Manager', hint: 'All records, products and imports' },
  { value: 'member', label: 'Member', hint: 'Works with records, applies and undoes changes' },
  { value: 'viewer', label: 'Viewer', hint: 'Reads and comments' },
];
