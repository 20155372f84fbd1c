import { expect, it } from 'vitest';
import { company, companyType } from '@/testing/fixtures';
import { toCsv } from './csv';

const people = new Map([['p2', 'Ivo Brandl']]);

it('writes names, plain numbers and currencies', () => {
  expect(toCsv(companyType.fields, [company(3)], people)).toBe(
    'id,Name,State,Revenue,Revenue currency,Owner,Website\r\nc3,Fjord Works 3,Using,3000,EUR,Ivo Brandl,\r\n',
  );
});

it('quotes what needs it and disarms formulas', () => {
  const odd = company(1, { name: '=HYPERLINK("x"), "Ltd"', revenue: { amount: -5, currency: 'EUR' } });
  expect(toCsv(companyType.fields.slice(0, 1), [odd], people)).toContain(`"'=HYPERLINK(""x""), ""Ltd"""`);
  expect(toCsv(companyType.fields.slice(2, 3), [odd], people)).toContain('c1,-5,EUR');
});
