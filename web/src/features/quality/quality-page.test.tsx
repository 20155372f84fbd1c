import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { FakeApi } from '@/testing/fake-api';
import { renderPage } from '@/testing/render-page';
import { QualityPage } from './quality-page';

const filter = { field: 'email', op: 'empty' };
const answer = {
  as_of: '2026-11-22T12:00:00Z', refreshing: false,
  types: [{ type: 'contact', label: 'Contact', label_plural: 'Contacts', plural: 'contacts', records: 40, complete: 0.8, checks: [
    { code: 'missing', field: 'email', group: 'completeness', label: 'Without e-mail', count: 12, share: 0.3, severity: 'high', filter },
    { code: 'duplicate', group: 'duplicates', label: 'Possible duplicates', count: 2, share: 0.05, severity: 'medium', link: '/duplicates?type=contact' },
    { code: 'invalid_phone', field: 'phone', group: 'validity', label: 'Phone that cannot be right', count: 0, share: 0, severity: 'medium', filter },
  ] }],
};

it('leads from each figure to exactly the records behind it', async () => {
  new FakeApi().answer(({ path }) => (path === '/data-quality' ? { body: answer } : undefined)).install();
  renderPage(<QualityPage />);
  expect(await screen.findByRole('link', { name: 'Without e-mail' })).toHaveAttribute('href', `/contacts?filter=${encodeURIComponent(JSON.stringify(filter))}`);
  expect(screen.getByRole('link', { name: 'Possible duplicates' })).toHaveAttribute('href', '/duplicates?type=contact');
  expect(screen.queryByRole('link', { name: /cannot be right/ })).not.toBeInTheDocument();
  expect(screen.getByText(/cannot be right: none/)).toBeInTheDocument();
});
