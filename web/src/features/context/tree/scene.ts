import type { KeyboardEvent } from 'react';
import type { Status } from '../entry/status-actions';
import type { Spot, Tree, TreeNode, Wording } from './tree-api';
import { kindNamed, kindOf, kindsUnder, type Row, type Step } from './tree-model';
import type { TreeEdits } from './use-tree';

/** A message that is being written. */
export interface Adding {
  kind: string;
  spot: Spot;
}

/** What outline, canvas and panel share: one tree, one chosen message, the same deeds. */
export interface Scene {
  tree: Tree;
  edits: TreeEdits;
  rows: Row[];
  may: boolean;
  active: string | null;
  choose: (id: string, focus?: boolean) => void;
  editing: string | null;
  edit: (id: string | null) => void;
  adding: Adding | null;
  add: (adding: Adding | null) => void;
  finishAdding: (words: string) => Promise<boolean>;
  setOpen: (id: string, open: boolean) => void;
  /** For whom the tree is read; null as it is written. */
  reading: ReadonlyMap<string, Wording> | null;
  addWording: (node: TreeNode) => void;
  languageName: (tag: string) => string;
  remove: (node: TreeNode) => void;
}

export type Deed = { status: Status; label: string; done: string };

/** Beside a message goes the same kind, under it the first that may stand there. */
export function beside(scene: Scene, id: string): Adding | null {
  const placed = scene.edits.index.get(id);
  if (!placed) return null;
  const after = placed.variantOf ?? id;
  return { kind: kindOf(placed.node), spot: { parent: placed.parent, after } };
}

export function below(scene: Scene, id: string, kind?: string): Adding | null {
  const placed = scene.edits.index.get(id);
  if (!placed || placed.variantOf) return null;
  const chosen = kind ?? kindsUnder(scene.tree.kinds, kindOf(placed.node))[0]?.kind;
  return chosen ? { kind: chosen, spot: { parent: id } } : null;
}

const steps: Record<string, Step> = { ArrowUp: 'up', ArrowDown: 'down', ArrowRight: 'in', ArrowLeft: 'out' };

/** Keys that outline and canvas have in common. */
export function commonKeys(scene: Scene, e: KeyboardEvent): boolean {
  const id = scene.active;
  const placed = id ? scene.edits.index.get(id) : undefined;
  if (!id || !placed) return false;
  const step = e.altKey && !e.ctrlKey && !e.metaKey ? steps[e.key] : undefined;
  if (step) {
    if (scene.may) scene.edits.step(id, step);
    return true;
  }
  if ((e.key === 'F10' && e.shiftKey) || e.key === 'ContextMenu') {
    document.querySelector<HTMLElement>(`[data-node="${id}"] [data-menu]`)?.click();
    return true;
  }
  if (!scene.may) return false;
  if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) {
    scene.add(e.shiftKey ? below(scene, id) : beside(scene, id));
    return true;
  }
  if (e.altKey || e.ctrlKey || e.metaKey) return false;
  if (e.key === 'Enter' || e.key === 'F2') {
    scene.edit(id);
    return true;
  }
  if (e.key === 'Delete') {
    scene.remove(placed.node);
    return true;
  }
  return false;
}

export const nodeElement = (id: string) => document.querySelector<HTMLElement>(`[role="tree"] [data-node="${id}"]`);

/** Where the message that is being written will stand, for a label. */
export function addingLabel(scene: Scene, { kind, spot }: Adding): string {
  const label = kindNamed(scene.tree.kinds, kind)?.label ?? kind;
  const over = spot.parent ? scene.edits.index.get(spot.parent)?.node : null;
  return over ? `New ${label.toLowerCase()} under ${over.entry.title}` : `New ${label.toLowerCase()}`;
}

/** The last line of the message and all that stands under it. */
export function lastRowOf(rows: Row[], id: string): string {
  const at = rows.findIndex(r => r.id === id);
  const level = rows[at]?.level ?? 0;
  let last = at;
  while (last + 1 < rows.length && (rows[last + 1]?.level ?? 0) > level) last++;
  return rows[last]?.id ?? id;
}

/** After which line the message that is being written stands; null for the end. */
export function addingAfter(rows: Row[], { spot }: Adding): string | null {
  if (spot.after) return lastRowOf(rows, spot.after);
  if (spot.before) {
    const at = rows.findIndex(r => r.id === spot.before);
    return rows[at - 1]?.id ?? null;
  }
  return spot.parent ? lastRowOf(rows, spot.parent) : null;
}

/** What stands there in place of a message that goes: the line above, else below. */
export function neighbour(rows: Row[], id: string): string | null {
  const at = rows.findIndex(r => r.id === id);
  const gone = new Set([id]);
  for (const row of rows.slice(at + 1)) {
    if (row.level <= (rows[at]?.level ?? 0)) break;
    gone.add(row.id);
  }
  return rows[at - 1]?.id ?? rows.slice(at + 1).find(r => !gone.has(r.id))?.id ?? null;
}
