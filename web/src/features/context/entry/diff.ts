export interface Piece {
  kind: 'same' | 'out' | 'in';
  text: string;
}

const limit = 4_000_000;

/** The words of two texts side by side: what stayed, what went, what came. Very long texts are told as a whole. */
export function diffWords(before: string, after: string): Piece[] {
  if (before === after) return before ? [{ kind: 'same', text: before }] : [];
  const a = before.match(/\s+|[^\s]+/g) ?? [];
  const b = after.match(/\s+|[^\s]+/g) ?? [];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const middle = between(a.slice(head, a.length - tail), b.slice(head, b.length - tail));
  return joined([
    ...a.slice(0, head).map((text): Piece => ({ kind: 'same', text })),
    ...middle,
    ...a.slice(a.length - tail).map((text): Piece => ({ kind: 'same', text })),
  ]);
}

function between(a: string[], b: string[]): Piece[] {
  if (a.length * b.length > limit) return [...(a.length ? [{ kind: 'out' as const, text: a.join('') }] : []), ...(b.length ? [{ kind: 'in' as const, text: b.join('') }] : [])];
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * width + j] = a[i] === b[j] ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1 : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
    }
  }
  const pieces: Piece[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) pieces.push({ kind: 'same', text: a[i++] as string }), j++;
    else if (i < a.length && (j >= b.length || (lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0))) pieces.push({ kind: 'out', text: a[i++] as string });
    else pieces.push({ kind: 'in', text: b[j++] as string });
  }
  return pieces;
}

function joined(pieces: Piece[]): Piece[] {
  const all: Piece[] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    if (last?.kind === piece.kind) last.text += piece.text;
    else all.push({ ...piece });
  }
  return all;
}

/** What stayed the same for long is cut in its middle, so that changes of a long text stand close together. */
export function shortened(pieces: Piece[], around = 80): Piece[] {
  return pieces.map((p, i) => {
    if (p.kind !== 'same' || p.text.length <= around * 2 + 20) return p;
    const head = i === 0 ? '' : p.text.slice(0, around);
    const tail = i === pieces.length - 1 ? '' : p.text.slice(-around);
    return { ...p, text: `${head} … ${tail}` };
  });
}
