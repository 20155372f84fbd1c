import { describe, expect, it } from 'vitest';
import { people } from '@/testing/fixtures';
import { awayText } from './absence';
import { makeFormats } from './format';

describe('absences', () => {
  const format = makeFormats({ locale: 'en-GB', timeZone: 'UTC', currency: 'EUR' });
  const person = { ...people[0]!, absences: [{ from: '2026-12-20', to: '2027-01-03' }] };

  it('are told from the first to the last day', () => {
    expect(awayText(person, format, '2026-12-20')).toBe('Away until 3 Jan 2027');
    expect(awayText(person, format, '2027-01-03')).toBe('Away until 3 Jan 2027');
    expect(awayText(person, format, '2027-01-04')).toBeNull();
  });
});
