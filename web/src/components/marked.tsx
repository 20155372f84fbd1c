import { Fragment } from 'react';

/** A text with the places that were found in it. */
export function Marked({ text, ranges }: { text: string; ranges?: [number, number][] }) {
  if (!ranges?.length) return text;
  const parts: { text: string; hit: boolean }[] = [];
  let at = 0;
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0])) {
    if (from < at || to <= from) continue;
    if (from > at) parts.push({ text: text.slice(at, from), hit: false });
    parts.push({ text: text.slice(from, to), hit: true });
    at = to;
  }
  if (at < text.length) parts.push({ text: text.slice(at), hit: false });
  return parts.map((p, i) => (p.hit ? <mark key={i} className="rounded-xs bg-amber-soft px-px font-semibold text-fg">{p.text}</mark> : <Fragment key={i}>{p.text}</Fragment>));
}
