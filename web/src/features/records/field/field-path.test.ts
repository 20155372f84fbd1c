import { expect, it } from 'vitest';
import { companyType } from '@/testing/fixtures';
import type { RecordType } from '@/lib/meta';
import { pathOptions, resolvePath, reverseLinks } from './field-path';

const dealType: RecordType = {
  ...companyType, name: 'deal', plural: 'deals', label: 'Deal', label_plural: 'Deals',
  fields: [
    { name: 'name', label: 'Name', kind: 'text', filter: true },
    { name: 'company_id', label: 'Account', kind: 'reference', ref: 'company', filter: true },
    { name: 'owner_id', label: 'Owner', kind: 'person', ref: 'person', filter: true },
  ],
};
const types = [companyType, dealType];

it('follows links to fields of related records', () => {
  expect(resolvePath(types, dealType, 'company_id.customer_state')).toMatchObject({ name: 'company_id.customer_state', label: 'Account › State', kind: 'choice' });
  expect(resolvePath(types, dealType, 'company_id.gone')).toBeUndefined();
  expect(resolvePath(types, dealType, 'owner_id.name')).toBeUndefined();
});

it('offers own fields first, then related ones', () => {
  const options = pathOptions(types, dealType, f => f.filter === true).map(o => o.value);
  expect(options.slice(0, 3)).toEqual(['name', 'company_id', 'owner_id']);
  expect(options).toContain('company_id.revenue');
});

it('knows what refers to a record', () => {
  expect(reverseLinks(types, companyType).map(l => `${l.type.name}.${l.field.name}`)).toEqual(['deal.company_id']);
});
