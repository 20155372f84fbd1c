import type { TreeNode } from './tree-api';
import { idOf, kindOf } from './tree-model';

export interface Box {
  id: string;
  node: TreeNode;
  level: number;
  at: number;
  of: number;
  x: number;
  y: number;
}

export interface Edge {
  from: string;
  to: string;
  path: string;
  /** From the story to the headline: what is said first, not what stands above. */
  story: boolean;
}

export interface Layout {
  boxes: Box[];
  edges: Edge[];
  columns: { label: string; x: number }[];
  width: number;
  height: number;
}

export const card = { width: 236, height: 104 };
const gap = { x: 56, y: 14, group: 26 };
const top = 34;

/** In which column a kind begins; what stands under something stands right of it. */
const ranks: Record<string, number> = { problem: 0, change: 0, headline: 1, value_prop: 2, demonstrable_value: 3, craftsmanship: 3, customer_proof: 3, technical_spec: 4 };
const labels = ['Founding story', 'Headline', 'Value propositions', 'Proofs', 'Facts'];

const isStory = (node: TreeNode) => ranks[kindOf(node)] === 0;

/** From left to right: the story, the headline, what it promises, what proves it, the facts. */
export function layoutOf(nodes: TreeNode[]): Layout {
  const boxes: Box[] = [];
  const byId = new Map<string, Box>();
  const edges: Edge[] = [];
  const put = (node: TreeNode, level: number, at: number, of: number, column: number, y: number) => {
    const box = { id: idOf(node), node, level, at, of, x: column * (card.width + gap.x), y };
    boxes.push(box);
    byId.set(box.id, box);
    return box;
  };
  let storyEnd = top;
  const story = (list: TreeNode[], level: number) => {
    list.forEach((node, at) => {
      put(node, level, at, list.length, 0, storyEnd);
      storyEnd += card.height + gap.y;
      story(node.children, level + 1);
    });
  };
  let bottom = top;
  /** Puts a message beside the middle of what stands under it. */
  const place = (node: TreeNode, level: number, at: number, of: number, left: number): Box => {
    const column = Math.max(ranks[kindOf(node)] ?? 4, left);
    if (node.children.length === 0) {
      const box = put(node, level, at, of, column, bottom);
      bottom += card.height + gap.y;
      return box;
    }
    const start = bottom;
    const slot = boxes.length;
    const under = node.children.map((child, i) => place(child, level + 1, i, node.children.length, column + 1));
    const first = under[0]?.y ?? start;
    const last = under.at(-1)?.y ?? start;
    const box = put(node, level, at, of, column, (first + last) / 2);
    // Before what stands under it, so that the order of reading is that of the tree.
    boxes.splice(slot, 0, ...boxes.splice(boxes.length - 1, 1));
    return box;
  };
  nodes.filter(isStory).forEach((node, i) => {
    put(node, 1, i, nodes.length, 0, storyEnd);
    storyEnd += card.height + gap.y;
    story(node.children, 2);
  });
  const others = nodes.filter(node => !isStory(node));
  const before = nodes.length - others.length;
  others.forEach((node, i) => {
    if (i > 0) bottom += gap.group - gap.y;
    place(node, 1, before + i, nodes.length, 0);
  });
  centre(boxes, storyEnd, bottom);
  join(nodes, byId, edges);
  const used = boxes.reduce((most, b) => Math.max(most, b.x), 0);
  const height = boxes.reduce((most, b) => Math.max(most, b.y + card.height), 0);
  return {
    boxes,
    edges,
    columns: labels.map((label, i) => ({ label, x: i * (card.width + gap.x) })).filter(c => boxes.some(b => b.x === c.x)),
    width: used + card.width,
    height,
  };
}

/** The shorter of story and tree stands in the middle of the other. */
function centre(boxes: Box[], storyEnd: number, bottom: number) {
  const shift = (bottom - storyEnd) / 2;
  for (const box of boxes) {
    const left = isStory(box.node);
    if (shift > 0 && left) box.y += shift;
    if (shift < 0 && !left) box.y -= shift;
  }
}

function join(nodes: TreeNode[], byId: ReadonlyMap<string, Box>, edges: Edge[]) {
  const link = (from: Box | undefined, to: Box | undefined, story = false) => from && to && edges.push({ from: from.id, to: to.id, path: curve(from, to), story });
  const walk = (node: TreeNode) => {
    node.children.forEach(child => {
      link(byId.get(idOf(node)), byId.get(idOf(child)));
      walk(child);
    });
  };
  nodes.forEach(walk);
  const told = [...byId.values()].filter(b => isStory(b.node));
  const headline = nodes.find(node => kindOf(node) === 'headline');
  if (headline) told.forEach(box => link(box, byId.get(idOf(headline)), true));
}

function curve(from: Box, to: Box): string {
  if (from.x === to.x) {
    const x = from.x + card.width / 2;
    return `M ${x} ${from.y + card.height} L ${x} ${to.y}`;
  }
  const [x1, y1, x2, y2] = [from.x + card.width, from.y + card.height / 2, to.x, to.y + card.height / 2];
  const middle = x1 + Math.min(gap.x, x2 - x1) / 2;
  return `M ${x1} ${y1} C ${middle} ${y1} ${middle} ${y2} ${x1 + Math.min(gap.x, x2 - x1)} ${y2} L ${x2} ${y2}`;
}

export interface View {
  x: number;
  y: number;
  scale: number;
}

export const scales = { least: 0.25, most: 1.6 };

const held = (scale: number) => Math.min(scales.most, Math.max(scales.least, scale));

/** The whole in the middle of the window, never larger than life. */
export function fit(layout: Pick<Layout, 'width' | 'height'>, width: number, height: number, margin = 32): View {
  const scale = held(Math.min(1, (width - 2 * margin) / Math.max(1, layout.width), (height - 2 * margin) / Math.max(1, layout.height)));
  return { scale, x: (width - layout.width * scale) / 2, y: (height - layout.height * scale) / 2 };
}

/** Closer or further, while what is at the point stays there. */
export function zoomAt(view: View, factor: number, x: number, y: number): View {
  const scale = held(view.scale * factor);
  const by = scale / view.scale;
  return { scale, x: x - (x - view.x) * by, y: y - (y - view.y) * by };
}

/** Moved just so far that the card is in sight. */
export function reveal(view: View, box: Pick<Box, 'x' | 'y'>, width: number, height: number, margin = 24): View {
  const left = view.x + box.x * view.scale;
  const upper = view.y + box.y * view.scale;
  const right = left + card.width * view.scale;
  const lower = upper + card.height * view.scale;
  const dx = left < margin ? margin - left : right > width - margin ? width - margin - right : 0;
  const dy = upper < margin ? margin - upper : lower > height - margin ? height - margin - lower : 0;
  return dx === 0 && dy === 0 ? view : { ...view, x: view.x + dx, y: view.y + dy };
}

/** From a card to the one in a direction: along the tree sideways, within the column up and down. */
export function beside(boxes: Box[], id: string, key: string): string | null {
  const from = boxes.find(b => b.id === id);
  if (!from) return boxes[0]?.id ?? null;
  const sideways = key === 'ArrowLeft' || key === 'ArrowRight';
  const sign = key === 'ArrowRight' || key === 'ArrowDown' ? 1 : -1;
  const ahead = boxes.filter(b => (sideways ? Math.sign(b.x - from.x) === sign : b.x === from.x && Math.sign(b.y - from.y) === sign));
  const far = (b: Box) => (sideways ? Math.abs(b.x - from.x) * 3 + Math.abs(b.y - from.y) : Math.abs(b.y - from.y));
  return ahead.sort((a, b) => far(a) - far(b))[0]?.id ?? null;
}
