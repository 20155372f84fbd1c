export interface Span {
  text: string;
  /** Places of the rules in the list that come from these words. */
  rules: number[];
}

/** A clause cut where rules begin and end, so that each piece knows which rules come from it. */
export function spansOf(clause: string, rules: { start: number; end: number }[]): Span[] {
  const inside = rules.map(r => ({ start: Math.max(0, Math.min(r.start, clause.length)), end: Math.max(0, Math.min(r.end, clause.length)) }));
  const cuts = [...new Set([0, clause.length, ...inside.flatMap(r => [r.start, r.end])])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, i) => {
    const to = cuts[i + 1] ?? clause.length;
    return { text: clause.slice(from, to), rules: inside.flatMap((r, at) => (r.start <= from && r.end >= to && r.end > r.start ? [at] : [])) };
  });
}
