import type { Decision, Evidence } from './part';

export interface Piece {
  text: string;
  /** Names of the fields that rest on these words; empty for plain text. */
  fields: string[];
}

interface Span {
  start: number;
  end: number;
  field: string;
}

/** Where the quoted words stand: at the place named if they are there, else at their first appearance. */
function locate(text: string, { quote, start, end }: Evidence): [number, number] | null {
  if (start !== undefined && end !== undefined && end > start && end <= text.length && (!quote || text.slice(start, end) === quote)) {
    return [start, end];
  }
  if (!quote) return null;
  const at = text.indexOf(quote);
  return at < 0 ? null : [at, at + quote.length];
}

export function spansOf(text: string, decision: Decision): Span[] {
  const spans: Span[] = [];
  for (const operation of decision.operations) {
    for (const detail of operation.field_details ?? []) {
      const at = detail.evidence && locate(text, detail.evidence);
      if (at) spans.push({ start: at[0], end: at[1], field: `${operation.entity}.${detail.field}` });
    }
  }
  return spans;
}

/** Cuts the text at every border of a span, so that overlapping evidence stays readable. */
export function highlight(text: string, spans: Span[]): Piece[] {
  const borders = [...new Set([0, text.length, ...spans.flatMap(s => [s.start, s.end])])].sort((a, b) => a - b);
  const pieces: Piece[] = [];
  for (let i = 0; i + 1 < borders.length; i++) {
    const [from, to] = [borders[i] ?? 0, borders[i + 1] ?? 0];
    const fields = [...new Set(spans.filter(s => s.start <= from && s.end >= to).map(s => s.field))];
    pieces.push({ text: text.slice(from, to), fields });
  }
  return pieces;
}
