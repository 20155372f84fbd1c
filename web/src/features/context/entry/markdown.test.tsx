import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { parseMarkdown, plainText, safeHref } from './markdown';
import { MarkdownView } from './markdown-view';

describe('text in Markdown', () => {
  it('is read as headings, lists in lists, tables and code', () => {
    const blocks = parseMarkdown('# Prices\n\nStarter is **fixed**.\n\n- one\n  - inner\n- two\n\n| Plan | Price |\n|---|---|\n| Starter | 20 |\n\n```\n<b>raw</b>\n```');
    expect(blocks.map(b => b.kind)).toEqual(['heading', 'paragraph', 'list', 'table', 'code']);
    const list = blocks[2];
    expect(list?.kind === 'list' && list.items.map(i => i.blocks.map(b => b.kind))).toEqual([['paragraph', 'list'], ['paragraph']]);
  });

  it('ends, whatever is in it', () => {
    for (const text of ['- ', '>', '```', '|', '| a |\n|-', '**', '[x](', '1. a\n- b\n1. c', '#', '\n\n', '- a\n\n  b\n\n- c', '* * *', '_a_b_']) {
      expect(Array.isArray(parseMarkdown(text))).toBe(true);
    }
    expect(parseMarkdown('> '.repeat(400) + 'deep').length).toBe(1);
  });

  it('runs nothing that stands in it', () => {
    render(<MarkdownView text={'<script>window.hit = 1</script><img src=x onerror="window.hit = 1">\n\n[press](javascript:window.hit=1) [go](https://harbourlane.example/a)'} />);
    expect(document.querySelector('script, img')).toBeNull();
    expect(screen.getByText(/<script>window.hit = 1<\/script>/)).toBeInTheDocument();
    expect(screen.getAllByRole('link').map(a => a.getAttribute('href'))).toEqual(['https://harbourlane.example/a']);
  });

  it('leads only to addresses that open something', () => {
    expect(safeHref('javascript:alert(1)')).toBeNull();
    expect(safeHref('data:text/html,x')).toBeNull();
    expect(safeHref('//evil.example')).toBeNull();
    expect(safeHref('/context/policy')).toBe('/context/policy');
    expect(safeHref('mailto:a@b.example')).toBe('mailto:a@b.example');
  });

  it('gives its words alone', () => {
    expect(plainText('# A\n\n- **b** [c](https://x.example)\n- `d`')).toBe('A b c d');
  });

  it('keeps names with underscores whole', () => {
    expect(plainText('the role sales_lead_emea and 2 * 3 * 4')).toBe('the role sales_lead_emea and 2 * 3 * 4');
  });
});
