import { describe, expect, it } from 'vitest';
import { canPreview, sizeText } from './upload';

describe('files', () => {
  it('tell their size in fitting units', () => {
    expect(sizeText(1, 'en')).toBe('1 byte');
    expect(sizeText(48_200, 'en')).toBe('48 kB');
    expect(sizeText(5_250_000, 'en')).toBe('5.3 MB');
  });

  it('are shown only where nothing in them can run', () => {
    expect(canPreview('image/png')).toBe(true);
    expect(canPreview('application/pdf')).toBe(true);
    expect(canPreview('image/svg+xml')).toBe(false);
    expect(canPreview('text/html')).toBe(false);
    expect(canPreview(null)).toBe(false);
  });
});
