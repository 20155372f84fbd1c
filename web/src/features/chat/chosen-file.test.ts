import { expect, it } from 'vitest';
import { refusal } from './chosen-file';

it('takes what can be read and says why not otherwise', () => {
  expect(refusal({ name: 'Call.VTT', size: 10 })).toBeNull();
  expect(refusal({ name: 'plan.key', size: 10 })).toContain('not read');
  expect(refusal({ name: 'nameless', size: 10 })).toContain('not read');
  expect(refusal({ name: 'mail.eml', size: 0 })).toContain('empty');
  expect(refusal({ name: 'box.mbox', size: 26 * 1024 * 1024 })).toContain('25 MB');
});
