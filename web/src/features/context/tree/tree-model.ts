import type { NodeKind, Reader, Spot, TreeNode, Wording } from './tree-api';

/** A message with its place in the tree. */
export interface Placed {
  node: TreeNode;
  parent: string | null;
  /** The messages beside it, itself among them; for a wording the other wordings. */
  siblings: TreeNode[];
  at: number;
  /** The message of which it is another wording. */
  variantOf: string | null;
}

export type Index = ReadonlyMap<string, Placed>;

export const idOf = (node: TreeNode) => node.entry.id;
export const titleOf = (node: TreeNode) => node.entry.title;
export const kindOf = (node: TreeNode) => String(node.entry.kind ?? '');
export const statusOf = (node: TreeNode) => String(node.entry.status ?? 'draft');

export function indexOf(nodes: TreeNode[]): Index {
  const index = new Map<string, Placed>();
  const walk = (siblings: TreeNode[], parent: string | null) => {
    siblings.forEach((node, at) => {
      index.set(idOf(node), { node, parent, siblings, at, variantOf: null });
      node.variants.forEach((variant, i) => index.set(idOf(variant), { node: variant, parent, siblings: node.variants, at: i, variantOf: idOf(node) }));
      walk(node.children, idOf(node));
    });
  };
  walk(nodes, null);
  return index;
}

/** A line of the outline. */
export interface Row {
  id: string;
  node: TreeNode;
  level: number;
  at: number;
  of: number;
  /** Whether what stands under it is shown; undefined where there is nothing. */
  open?: boolean;
  variantOf: string | null;
}

/** What is to be seen, from top to bottom: each message, its other wordings, then what stands under it. */
export function rowsOf(nodes: TreeNode[], closed: ReadonlySet<string>): Row[] {
  const rows: Row[] = [];
  const walk = (list: TreeNode[], level: number) => {
    list.forEach((node, at) => {
      const id = idOf(node);
      const inner = node.variants.length + node.children.length;
      const open = inner > 0 ? !closed.has(id) : undefined;
      rows.push({ id, node, level, at, of: list.length, open, variantOf: null });
      if (!open) return;
      node.variants.forEach((v, i) => rows.push({ id: idOf(v), node: v, level: level + 1, at: i, of: inner, variantOf: id }));
      walk2(node, level + 1, inner);
    });
  };
  const walk2 = (node: TreeNode, level: number, of: number) => {
    const from = rows.length;
    walk(node.children, level);
    // Wordings stand in the same group, so positions go on after them.
    for (const row of rows.slice(from)) {
      if (row.level === level && row.variantOf === null) {
        row.at += node.variants.length;
        row.of = of;
      }
    }
  };
  walk(nodes, 1);
  return rows;
}

const article = (label: string) => `${/^[aeiou]/i.test(label) ? 'an' : 'a'} ${label.toLowerCase()}`;

export const kindNamed = (kinds: NodeKind[], kind: string) => kinds.find(k => k.kind === kind);

/** What may be written under a kind; of nothing, what may stand at the top. */
export const kindsUnder = (kinds: NodeKind[], parent: string | null) => (parent === null ? kinds : kinds.filter(k => k.parents.includes(parent)));

/** Whether one stands somewhere under the other, or is it. */
export function within(index: Index, id: string | null, above: string): boolean {
  for (let now = id; now !== null; now = index.get(now)?.parent ?? null) if (now === above) return true;
  return false;
}

/** Why a message may not stand under another; null where it may. */
export function refusal(index: Index, kinds: NodeKind[], id: string, parent: string | null): string | null {
  const moved = index.get(id);
  if (!moved) return 'It is not in this tree any more.';
  if (moved.variantOf) return 'Another wording moves with its message.';
  if (parent === null) return null;
  const over = index.get(parent);
  if (!over) return 'What it should stand under is not in this tree any more.';
  if (parent === id) return 'A message cannot stand under itself.';
  if (within(index, parent, id)) return `“${titleOf(over.node)}” stands under it already, so it cannot go below that.`;
  const kind = kindNamed(kinds, kindOf(moved.node));
  const above = kindNamed(kinds, kindOf(over.node));
  if (!kind || !above || kind.parents.includes(above.kind)) return null;
  return `${kind.place}, not under ${article(above.label)}.`;
}

export type Zone = 'before' | 'into' | 'after';

/** What letting go over a message would do; `why` is empty where it would change nothing. */
export type Target = { ok: true; spot: Spot; zone: Zone; over: string } | { ok: false; why: string; over: string };

/** @param share how far down the pointer is within what it is over, from 0 to 1 */
export function dropAt(index: Index, kinds: NodeKind[], id: string, over: string, share: number): Target {
  const target = index.get(index.get(over)?.variantOf ?? over);
  if (!target) return { ok: false, why: 'It is not in this tree any more.', over };
  const to = idOf(target.node);
  if (to === id) return { ok: false, why: '', over };
  const under = refusal(index, kinds, id, to);
  const beside = refusal(index, kinds, id, target.parent);
  const side: Zone = share < 0.5 ? 'before' : 'after';
  const zone: Zone | null = under && beside ? null : under ? side : beside ? 'into' : share < 0.28 ? 'before' : share > 0.72 ? 'after' : 'into';
  if (zone === null) return { ok: false, why: under ?? '', over: to };
  const spot: Spot = zone === 'into' ? { parent: to } : { parent: target.parent, [zone]: to };
  return isThere(index, id, spot) ? { ok: false, why: '', over: to } : { ok: true, spot, zone, over: to };
}

/** Whether the message stands there already. */
export function isThere(index: Index, id: string, { parent, before, after }: Spot): boolean {
  const now = index.get(id);
  if (!now || now.parent !== parent) return false;
  const next = now.siblings[now.at + 1];
  const last = now.siblings[now.at - 1];
  if (before) return next !== undefined && idOf(next) === before;
  if (after) return last !== undefined && idOf(last) === after;
  return next === undefined;
}

export type Step = 'up' | 'down' | 'in' | 'out';

/** Where a step with the keyboard leads, or why it leads nowhere. */
export function stepTo(index: Index, kinds: NodeKind[], id: string, step: Step): { spot: Spot } | { why: string } {
  const placed = index.get(id);
  if (!placed) return { why: 'It is not in this tree any more.' };
  if (placed.variantOf) return { why: 'Another wording moves with its message.' };
  const { parent, siblings, at } = placed;
  switch (step) {
    case 'up': {
      const over = siblings[at - 1];
      return over ? { spot: { parent, before: idOf(over) } } : { why: 'It is the first here.' };
    }
    case 'down': {
      const under = siblings[at + 1];
      return under ? { spot: { parent, after: idOf(under) } } : { why: 'It is the last here.' };
    }
    case 'in': {
      const above = siblings.slice(0, at).reverse();
      const host = above.find(s => refusal(index, kinds, id, idOf(s)) === null);
      if (host) return { spot: { parent: idOf(host) } };
      const [near] = above;
      return { why: near ? (refusal(index, kinds, id, idOf(near)) ?? '') : 'Nothing stands above it that it could go under.' };
    }
    case 'out': {
      if (parent === null) return { why: 'It stands at the top already.' };
      // Upwards until it fits: a fact leaves a proof for the headline where a value proposition would not take it.
      for (let under: string | null = parent; under !== null; under = index.get(under)?.parent ?? null) {
        const to: string | null = index.get(under)?.parent ?? null;
        if (refusal(index, kinds, id, to) === null) return { spot: { parent: to, after: under } };
      }
      return { why: 'There is no place for it further out.' };
    }
  }
}

/** "“No pipe is cut” is 2 of 3 under “Know every litre”": what a screen reader is told of a move. */
export function placeOf(index: Index, id: string): string {
  const placed = index.get(id);
  if (!placed) return '';
  const over = placed.parent ? index.get(placed.parent) : null;
  return `“${titleOf(placed.node)}” is ${placed.at + 1} of ${placed.siblings.length} ${over ? `under “${titleOf(over.node)}”` : 'at the top'}`;
}

/** The next line that begins with what was typed; one letter goes on from the line after. */
export function typeAhead(rows: Row[], from: string | null, typed: string): string | null {
  const start = Math.max(0, rows.findIndex(r => r.id === from)) + (typed.length === 1 ? 1 : 0);
  const wanted = typed.toLowerCase();
  const found = [...rows.slice(start), ...rows.slice(0, start)].find(r => titleOf(r.node).toLowerCase().startsWith(wanted));
  return found?.id ?? null;
}

export interface Readings {
  segments: string[];
  channels: string[];
  languages: string[];
}

/** For whom there are wordings in this tree. */
export function readingsOf(index: Index): Readings {
  const found = { segments: new Set<string>(), channels: new Set<string>(), languages: new Set<string>() };
  for (const { node: { entry } } of index.values()) {
    if (Array.isArray(entry.segments)) entry.segments.forEach(s => found.segments.add(String(s)));
    if (typeof entry.channel === 'string' && entry.channel) found.channels.add(entry.channel);
    found.languages.add(typeof entry.language === 'string' && entry.language ? entry.language : 'en');
  }
  const sorted = (set: Set<string>) => [...set].sort((a, b) => a.localeCompare(b));
  return { segments: sorted(found.segments), channels: sorted(found.channels), languages: sorted(found.languages) };
}

export const noReader: Reader = { segment: '', channel: '', language: '' };
export const isReading = (reader: Reader) => reader.segment !== '' || reader.channel !== '' || reader.language !== '';

export const wordingsBy = (chosen: Wording[]) => new Map(chosen.map(w => [w.original_id, w]));

/** Live messages of a kind that are no other wording of one. */
export const liveOf = (index: Index, kind: string) =>
  [...index.values()].filter(p => p.variantOf === null && kindOf(p.node) === kind && statusOf(p.node) === 'live').map(p => p.node);

/** For whom a wording is: "German, Food, mail". */
export function forWhom(node: TreeNode, languageName: (tag: string) => string): string[] {
  const { language, segments, regions, channel } = node.entry;
  const texts = (value: unknown) => (Array.isArray(value) ? value.map(String) : []);
  return [
    ...(typeof language === 'string' && language && language !== 'en' ? [languageName(language)] : []),
    ...texts(segments),
    ...texts(regions),
    ...(typeof channel === 'string' && channel ? [channel] : []),
  ];
}
