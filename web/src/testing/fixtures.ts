import type { RecordType } from '@/lib/meta';
import type { AnyRecord } from '@/lib/records-api';
import type { Person, Session } from '@/lib/session';

export const session: Session = {
  person: { id: 'p1', name: 'Nora Falk', email: 'nora@example.com', role: 'owner', locale: 'en-GB', time_zone: null },
  workspace: { id: 'w1', name: 'Harbour Lane', base_currency: 'EUR', time_zone: 'Europe/Berlin', week_start: 'monday', fiscal_year_start_month: 1 },
  permissions: ['company', 'deal', 'contact'].flatMap(t => ['read', 'create', 'update', 'delete', 'restore'].map(o => `${t}.${o}`)).concat('changeset.decide'),
  flags: {},
};

export const people: Person[] = [
  { id: 'p1', name: 'Nora Falk', email: 'nora@example.com', role: 'owner', status: 'active' },
  { id: 'p2', name: 'Ivo Brandl', email: 'ivo@example.com', role: 'member', status: 'active' },
];

export const companyType: RecordType = {
  name: 'company',
  plural: 'companies',
  label: 'Account',
  label_plural: 'Accounts',
  title_field: 'name',
  ui: { list: ['customer_state', 'revenue', 'owner_id'], sections: [{ title: 'Details', fields: ['name', 'customer_state', 'revenue', 'owner_id', 'website_url'] }] },
  operations: ['create', 'update', 'delete'],
  fields: [
    { name: 'name', label: 'Name', kind: 'text', required: true, filter: true, sort: true },
    { name: 'customer_state', label: 'State', kind: 'choice', filter: true, sort: true, choices: [{ value: 'exploring', label: 'Exploring', tone: 'blue' }, { value: 'using', label: 'Using', tone: 'green' }] },
    { name: 'revenue', label: 'Revenue', kind: 'money', filter: true, sort: true },
    { name: 'owner_id', label: 'Owner', kind: 'person', filter: true },
    { name: 'website_url', label: 'Website', kind: 'url' },
  ],
};

export function company(n: number, fields: Partial<AnyRecord> = {}): AnyRecord {
  const name = `Fjord Works ${n}`;
  return {
    id: `c${n}`, type: 'company', version: 1, title: name, name,
    created_at: '2026-10-01T08:00:00Z', updated_at: '2026-11-01T08:00:00Z',
    customer_state: n % 2 ? 'using' : 'exploring', revenue: { amount: n * 1000, currency: 'EUR' }, owner_id: 'p2', website_url: null,
    ...fields,
  };
}
