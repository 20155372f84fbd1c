/** What a text in Markdown says, as a tree. Markup in it is text like any other: nothing of a text ever runs. */
export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'strong' | 'em' | 'del'; parts: Inline[] }
  | { kind: 'code'; text: string }
  | { kind: 'link'; href: string; parts: Inline[] }
  | { kind: 'break' };

export interface ListItem {
  /** Of a task: whether it is done. */
  done?: boolean;
  blocks: Block[];
}

export type Block =
  | { kind: 'heading'; level: number; parts: Inline[] }
  | { kind: 'paragraph'; parts: Inline[] }
  | { kind: 'list'; ordered: boolean; start: number; items: ListItem[] }
  | { kind: 'quote'; blocks: Block[] }
  | { kind: 'code'; language: string; text: string }
  | { kind: 'table'; head: Inline[][]; rows: Inline[][][] }
  | { kind: 'rule' };

const deepest = 12;

/** Only addresses that open something: no script, no data. */
export function safeHref(href: string): string | null {
  const trimmed = href.trim();
  if (/^(https?:\/\/|mailto:)[^\s]+$/i.test(trimmed)) return trimmed;
  return /^(\/(?!\/)|#)[^\s\\]*$/.test(trimmed) ? trimmed : null;
}

const item = /^(\s*)([-*+]|\d{1,9}[.)])\s+(.*)$/;
const fence = /^\s{0,3}(`{3,}|~{3,})\s*([\w+-]*)\s*$/;
const heading = /^\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$/;
const rule = /^\s{0,3}([-*_])(\s*\1){2,}\s*$/;
const divider = /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/;

const startsBlock = (line: string) => heading.test(line) || fence.test(line) || rule.test(line) || item.test(line) || /^\s{0,3}>/.test(line);

export function parseMarkdown(text: string): Block[] {
  return blocksOf(text.replaceAll('\r\n', '\n').replaceAll('\t', '    ').split('\n'), 0);
}

function blocksOf(lines: string[], depth: number): Block[] {
  const blocks: Block[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? '';
    if (!line.trim()) {
      at++;
      continue;
    }
    const opened = fence.exec(line);
    const titled = heading.exec(line);
    if (opened) {
      const end = lines.findIndex((l, i) => i > at && l.trim().startsWith(opened[1] as string) && /^[`~]+$/.test(l.trim()));
      const to = end < 0 ? lines.length : end;
      blocks.push({ kind: 'code', language: opened[2] ?? '', text: lines.slice(at + 1, to).join('\n') });
      at = to + 1;
    } else if (titled) {
      blocks.push({ kind: 'heading', level: titled[1]?.length ?? 1, parts: inlineOf(titled[2] ?? '') });
      at++;
    } else if (rule.test(line)) {
      blocks.push({ kind: 'rule' });
      at++;
    } else if (/^\s{0,3}>/.test(line)) {
      const to = endOf(lines, at, l => /^\s{0,3}>/.test(l));
      const inner = lines.slice(at, to).map(l => l.replace(/^\s{0,3}>\s?/, ''));
      blocks.push(depth < deepest ? { kind: 'quote', blocks: blocksOf(inner, depth + 1) } : { kind: 'paragraph', parts: inlineOf(inner.join('\n')) });
      at = to;
    } else if (item.test(line)) {
      const [list, to] = listAt(lines, at, depth);
      blocks.push(list);
      at = to;
    } else if (line.includes('|') && divider.test(lines[at + 1] ?? '') && (lines[at + 1] ?? '').includes('-')) {
      const to = endOf(lines, at + 2, l => l.includes('|') && l.trim() !== '');
      blocks.push({ kind: 'table', head: cells(line), rows: lines.slice(at + 2, to).map(cells) });
      at = to;
    } else {
      const to = endOf(lines, at + 1, l => l.trim() !== '' && !startsBlock(l));
      blocks.push({ kind: 'paragraph', parts: inlineOf(lines.slice(at, to).map(l => l.trimStart()).join('\n')) });
      at = to;
    }
  }
  return blocks;
}

function endOf(lines: string[], from: number, belongs: (line: string) => boolean): number {
  let to = from;
  while (to < lines.length && belongs(lines[to] ?? '')) to++;
  return to;
}

/** The items of one level; what is indented further belongs to the item above it. */
function listAt(lines: string[], from: number, depth: number): [Block, number] {
  const first = item.exec(lines[from] ?? '');
  const indent = first?.[1]?.length ?? 0;
  const ordered = /\d/.test(first?.[2] ?? '');
  const items: ListItem[] = [];
  let at = from;
  while (at < lines.length) {
    const found = item.exec(lines[at] ?? '');
    if (!found || (found[1]?.length ?? 0) !== indent || /\d/.test(found[2] ?? '') !== ordered || rule.test(lines[at] ?? '')) break;
    const inside = [found[3] ?? ''];
    at++;
    while (at < lines.length) {
      const line = lines[at] ?? '';
      const deeper = line.length - line.trimStart().length > indent;
      const goesOn = line.trim() !== '' && !startsBlock(line);
      const gap = line.trim() === '' && (lines[at + 1] ?? '').length - (lines[at + 1] ?? '').trimStart().length > indent;
      if (!(deeper && line.trim() !== '') && !goesOn && !gap) break;
      inside.push(line.slice(Math.min(indent + 2, line.length - line.trimStart().length)));
      at++;
    }
    const task = /^\[([ xX])\]\s+/.exec(inside[0] ?? '');
    if (task) inside[0] = (inside[0] ?? '').slice(task[0].length);
    items.push({ ...(task && { done: task[1] !== ' ' }), blocks: depth < deepest ? blocksOf(inside, depth + 1) : [{ kind: 'paragraph', parts: inlineOf(inside.join('\n')) }] });
    while (at < lines.length && (lines[at] ?? '').trim() === '' && item.test(lines[at + 1] ?? '')) at++;
  }
  return [{ kind: 'list', ordered, start: ordered ? Number.parseInt(first?.[2] ?? '1', 10) : 1, items }, Math.max(at, from + 1)];
}

const cells = (line: string): Inline[][] =>
  line.trim().replace(/^\|/, '').replace(/\|$/, '').split(/(?<!\\)\|/).map(c => inlineOf(c.trim().replaceAll('\\|', '|')));

/** Each mark with what closes it; the first that begins earliest counts. */
const marks: [RegExp, (found: RegExpExecArray, depth: number) => Inline | null][] = [
  [/\\([\\`*_{}[\]()#+\-.!|~>])/, found => ({ kind: 'text', text: found[1] ?? '' })],
  [/(`+)([^`]|[^`][^]*?[^`])\1(?!`)/, found => ({ kind: 'code', text: (found[2] ?? '').trim() })],
  [/\[([^[\]]*)\]\(([^()\s]+(?:\([^()\s]*\)[^()\s]*)?)(?:\s+"[^"]*")?\)/, (found, depth) => {
    const href = safeHref(found[2] ?? '');
    return href ? { kind: 'link', href, parts: inlineOf(found[1] || href, depth + 1) } : null;
  }],
  [/<(https?:\/\/[^\s<>]+)>/, found => ({ kind: 'link', href: found[1] ?? '', parts: [{ kind: 'text', text: found[1] ?? '' }] })],
  [/(?<![\w/])https?:\/\/[^\s<>()[\]"'`]*[^\s<>()[\]"'`.,;:!?*_]/, found => ({ kind: 'link', href: found[0], parts: [{ kind: 'text', text: found[0] }] })],
  [/(\*\*|__)(?=\S)([^]+?)(?<=\S)\1/, (found, depth) => ({ kind: 'strong', parts: inlineOf(found[2] ?? '', depth + 1) })],
  [/~~(?=\S)([^]+?)(?<=\S)~~/, (found, depth) => ({ kind: 'del', parts: inlineOf(found[1] ?? '', depth + 1) })],
  [/\*(?=\S)([^*]+?)(?<=\S)\*|(?<![\w])_(?=\S)([^_]+?)(?<=\S)_(?![\w])/, (found, depth) => ({ kind: 'em', parts: inlineOf(found[1] ?? found[2] ?? '', depth + 1) })],
  [/( {2,}|\\)\n/, () => ({ kind: 'break' })],
];

export function inlineOf(text: string, depth = 0): Inline[] {
  const parts: Inline[] = [];
  const say = (words: string) => {
    if (!words) return;
    const last = parts.at(-1);
    if (last?.kind === 'text') last.text += words;
    else parts.push({ kind: 'text', text: words });
  };
  let rest = text;
  while (rest && depth < deepest) {
    let best: { at: number; length: number; made: Inline } | null = null;
    for (const [pattern, make] of marks) {
      const found = pattern.exec(rest);
      if (!found || (best && found.index >= best.at)) continue;
      const made = make(found, depth);
      if (made) best = { at: found.index, length: found[0].length, made };
    }
    if (!best) break;
    say(rest.slice(0, best.at));
    if (best.made.kind === 'text') say(best.made.text);
    else parts.push(best.made);
    rest = rest.slice(best.at + best.length);
  }
  say(rest);
  return parts;
}

/** The words alone, for a line in a list. */
export function plainText(text: string): string {
  const words = (parts: Inline[]): string => parts.map(p => (p.kind === 'text' || p.kind === 'code' ? p.text : p.kind === 'break' ? ' ' : words(p.parts))).join('');
  const all = (blocks: Block[]): string[] =>
    blocks.flatMap(b => {
      switch (b.kind) {
        case 'heading':
        case 'paragraph':
          return [words(b.parts)];
        case 'list':
          return b.items.flatMap(i => all(i.blocks));
        case 'quote':
          return all(b.blocks);
        case 'code':
          return [b.text];
        case 'table':
          return [b.head, ...b.rows].map(row => row.map(words).join(' '));
        case 'rule':
          return [];
      }
    });
  return all(parseMarkdown(text)).join(' ').replace(/\s+/g, ' ').trim();
}
