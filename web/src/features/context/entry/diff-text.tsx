import { Fragment, useMemo } from 'react';
import { diffWords, shortened } from './diff';

/** A text with what went out of it and what came in; told by more than colour. */
export function DiffText({ before, after, short }: { before: string; after: string; short?: boolean }) {
  const pieces = useMemo(() => (short ? shortened(diffWords(before, after)) : diffWords(before, after)), [before, after, short]);
  if (pieces.length === 0) return <span className="text-fg-3">Empty</span>;
  return pieces.map((p, i) => {
    switch (p.kind) {
      case 'same':
        return <Fragment key={i}>{p.text}</Fragment>;
      case 'out':
        return <del key={i} className="rounded-xs bg-red-soft text-red-text decoration-1">{p.text}</del>;
      case 'in':
        return <ins key={i} className="rounded-xs bg-green-soft text-green-text no-underline">{p.text}</ins>;
    }
  });
}
