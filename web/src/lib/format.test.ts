import { describe, expect, it } from 'vitest';
import { makeFormats, today } from './format';
import { parseNumber } from './parse-number';

describe('formats', () => {
  const german = makeFormats({ locale: 'de-DE', timeZone: 'Europe/Berlin', currency: 'EUR' });
  const american = makeFormats({ locale: 'en-US', timeZone: 'America/New_York', currency: 'USD' });

  it('shows money in the reader\'s locale and the value\'s currency', () => {
    expect(american.money(18000)).toBe('$18,000');
    expect(german.money({ amount: '1234.5', currency: 'USD' })).toBe('1.234,50\u00a0$');
    expect(american.money(223_000, 'EUR', true)).toBe('€223K');
    expect(american.money(null)).toBe('');
  });

  it('never shifts a date by a time zone', () => {
    expect(american.date('2027-02-04')).toBe('Feb 4, 2027');
    expect(german.date('2027-02-04')).toBe('4. Feb. 2027');
  });

  it('shows instants in the workspace zone', () => {
    expect(american.instant('2027-01-01T02:30:00Z')).toMatch(/^Dec 31, 2026, 9:30\sPM$/);
    expect(today('Pacific/Auckland', new Date('2026-11-22T13:00:00Z'))).toBe('2026-11-23');
  });
});

describe('numbers as typed', () => {
  it('reads each locale\'s own form', () => {
    expect(parseNumber('1,234.50', 'en-US')).toBe(1234.5);
    expect(parseNumber('1.234,50', 'de-DE')).toBe(1234.5);
    expect(parseNumber('1.234', 'de-DE')).toBe(1234);
    expect(parseNumber('1.234', 'en-US')).toBe(1.234);
    expect(parseNumber('1’234.50', 'de-CH')).toBe(1234.5);
  });

  it('reads k, m and currency signs', () => {
    expect(parseNumber('$18k', 'en-US')).toBe(18_000);
    expect(parseNumber('2.5m', 'en-GB')).toBe(2_500_000);
    expect(parseNumber('2,5m', 'de-DE')).toBe(2_500_000);
  });

  it('says null for what is no number', () => {
    expect(parseNumber('soon', 'en-US')).toBeNull();
    expect(parseNumber('', 'en-US')).toBeNull();
    expect(parseNumber('12 apples', 'en-US')).toBeNull();
  });
});
