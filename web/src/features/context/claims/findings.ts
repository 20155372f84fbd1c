import type { Evidence, Report, Span, WordingFinding } from './claims-api';

export type FindingKind = 'contradicted' | 'unsupported' | 'wording' | 'supported';

export interface Option extends Span {
  text: string;
  why: string;
}

/** Something about a stretch of the text that a person may want to look at. */
export interface Finding extends Span {
  key: string;
  kind: FindingKind;
  quote: string;
  why: string;
  against: (Span & { said: string; known: string | null }) | null;
  evidence: Evidence[];
  /** What could stand there, taken from an entry; never made up. */
  options: Option[];
  /** How to do better, where nothing can be put in place. */
  advice: string | null;
  byModel: boolean;
}

const order: Record<FindingKind, number> = { contradicted: 0, unsupported: 1, wording: 2, supported: 3 };

const plain = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Replaced words keep the capital they began with. */
const cased = (option: string, replaced: string) => (/^\p{Lu}/u.test(replaced) && !/^\p{Lu}{2}/u.test(replaced) ? option.charAt(0).toUpperCase() + option.slice(1) : option);

function wordingOf(text: string, one: WordingFinding): Finding {
  const whole = one.start === 0 && one.end >= text.length;
  const words = text.slice(one.start, one.end);
  return {
    key: `w:${one.rule}:${one.start}:${one.end}:${one.record.id}`,
    kind: 'wording',
    start: one.start,
    end: one.end,
    quote: whole ? 'The whole text' : plain(words),
    why: one.message,
    against: null,
    evidence: [{ record: one.record, version: one.version, kind: one.rule, quote: '', usable: true }],
    options: whole ? [] : one.options.map(option => ({ start: one.start, end: one.end, text: cased(option, words), why: 'As the entry says.' })),
    advice: one.options.length === 0 ? one.instead : null,
    byModel: false,
  };
}

/** What was found, in the order of the text. */
export function findingsOf(text: string, report: Pick<Report, 'sentences' | 'brand'>): Finding[] {
  const found: Finding[] = report.sentences.flatMap(one => (one.verdict === 'no_claim' ? [] : [{
    key: `c:${one.start}:${one.end}`,
    kind: one.verdict,
    start: one.start,
    end: one.end,
    quote: plain(one.text),
    why: one.why,
    against: one.against,
    evidence: one.evidence,
    options: one.suggestions.map(s => ({ start: s.start, end: s.end, text: s.text, why: s.why })),
    advice: null,
    byModel: one.by === 'model',
  } satisfies Finding]));
  return [...found, ...report.brand.map(one => wordingOf(text, one))].sort((a, b) => a.start - b.start || order[a.kind] - order[b.kind]);
}

const moved = <T extends Span>(one: T, by: number): T => ({ ...one, start: one.start + by, end: one.end + by });

const shifted = (one: Finding, by: number): Finding => (by === 0 ? one : {
  ...moved(one, by),
  against: one.against && moved(one.against, by),
  options: one.options.map(o => moved(o, by)),
});

/** While the text is being changed: what was found before the change stays, what was found behind it moves along, what was changed is open again. */
export function carried(found: Finding[], checked: string, now: string): Finding[] {
  if (checked === now) return found;
  const most = Math.min(checked.length, now.length);
  let head = 0;
  while (head < most && checked[head] === now[head]) head++;
  let tail = 0;
  while (tail < most - head && checked[checked.length - 1 - tail] === now[now.length - 1 - tail]) tail++;
  const by = now.length - checked.length;
  return found.flatMap(one => {
    if (one.end <= head) return [one];
    return one.start >= checked.length - tail ? [shifted(one, by)] : [];
  });
}

export const replaced = (text: string, option: Option) => text.slice(0, option.start) + option.text + text.slice(option.end);

/** The finding before or behind the one that is looked at, or else a place in the text; around the ends it goes on at the other one. */
export function step(found: Finding[], current: string | null, by: 1 | -1, place = 0): Finding | undefined {
  if (found.length === 0) return undefined;
  const at = found.findIndex(f => f.key === current);
  if (at < 0 && place > 0) return by > 0 ? (found.find(f => f.end > place) ?? found[0]) : (found.findLast(f => f.start < place) ?? found.at(-1));
  return found[at < 0 ? (by > 0 ? 0 : found.length - 1) : (at + by + found.length) % found.length];
}

export const countsOf = (found: Finding[]): Record<FindingKind, number> => {
  const counts: Record<FindingKind, number> = { contradicted: 0, unsupported: 0, wording: 0, supported: 0 };
  for (const one of found) counts[one.kind]++;
  return counts;
};

export interface TextPart {
  text: string;
  before: string;
  start: number;
}

const short = 20_000;

/** A text cut where paragraphs end, so that a change is checked again with its own part alone. */
export function partsOf(text: string): TextPart[] {
  const size = text.length <= short ? 2_500 : 12_000;
  const parts: TextPart[] = [];
  let from = 0;
  while (from < text.length) {
    const to = cutAt(text, from, size);
    if (text.slice(from, to).trim() !== '') parts.push({ text: text.slice(from, to), before: beforeOf(text, from), start: from });
    from = to;
  }
  return parts;
}

/** At an empty line behind the wished length, else at the end of a line, else where it must be. */
function cutAt(text: string, from: number, size: number): number {
  if (text.length - from <= size * 1.4) return text.length;
  const far = from + size * 4;
  const empty = /\n[ \t]*\n\s*/g;
  empty.lastIndex = from + size;
  const found = empty.exec(text);
  if (found && found.index < far) return found.index + found[0].length;
  const line = text.indexOf('\n', from + size);
  if (line >= 0 && line < far) return line + 1;
  const sentence = text.indexOf('. ', from + size);
  return sentence >= 0 && sentence < far ? sentence + 2 : Math.min(text.length, far);
}

/** What stands before a part: the last heading, and what was said last, for "it" and "they". */
function beforeOf(text: string, from: number): string {
  const near = text.slice(Math.max(0, from - 600), from);
  const start = near.length < 600 ? 0 : near.search(/(?<=\n|[.!?]\s)/);
  const said = near.slice(Math.max(0, start));
  if (/^#{1,6}\s/m.test(said)) return said;
  const headings = text.slice(Math.max(0, from - 20_000), from).match(/^#{1,6}\s.*$/gm);
  return headings ? `${headings.at(-1) ?? ''}\n\n${said}` : said;
}

export interface Mark extends Span {
  key: string;
  kind: FindingKind;
}

export interface MarkedLine {
  start: number;
  text: string;
  marks: Mark[];
}

/** Lines with the marks in them, places counted within the line; a finding on the whole text is marked nowhere. */
export function linesOf(text: string, found: Finding[]): MarkedLine[] {
  const lines: MarkedLine[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    lines.push({ start, text: line, marks: [] });
    start += line.length + 1;
  }
  let at = 0;
  for (const one of found) {
    if (one.end - one.start >= text.length && one.kind === 'wording') continue;
    while (at < lines.length - 1 && (lines[at + 1]?.start ?? 0) <= one.start) at++;
    for (let i = at; i < lines.length; i++) {
      const line = lines[i];
      if (!line || line.start >= one.end) break;
      const from = Math.max(0, one.start - line.start);
      const to = Math.min(line.text.length, one.end - line.start);
      if (to > from) line.marks.push({ key: one.key, kind: one.kind, start: from, end: to });
    }
  }
  return lines;
}

export interface Piece {
  text: string;
  marks: Mark[];
}

/** A line cut where marks begin and end; marks may lie in each other. */
export function piecesOf({ text, marks }: Pick<MarkedLine, 'text' | 'marks'>): Piece[] {
  if (marks.length === 0) return text === '' ? [] : [{ text, marks: [] }];
  const cuts = [...new Set([0, text.length, ...marks.flatMap(m => [m.start, m.end])])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, i) => {
    const to = cuts[i + 1] ?? text.length;
    return { text: text.slice(from, to), marks: marks.filter(m => m.start <= from && m.end >= to) };
  });
}
