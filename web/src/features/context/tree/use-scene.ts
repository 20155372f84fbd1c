'use client';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useStored } from '@/lib/browser-store';
import { useFormats } from '@/lib/format';
import { can, useSession } from '@/lib/session';
import { entryType } from '../names';
import { languageNames } from './node-look';
import { neighbour, nodeElement, type Adding, type Scene } from './scene';
import { treeKeys, trees, type Reader, type Tree, type TreeNode } from './tree-api';
import { idOf, isReading, kindNamed, kindOf, noReader, rowsOf, wordingsBy } from './tree-model';
import { useTreeEdits } from './use-tree';

const typing = (target: EventTarget | null) => target instanceof HTMLElement && (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.isContentEditable);

const none: string[] = [];

/** What is chosen, open and being written on the page of a tree. */
export function useScene(page: string, tree: Tree) {
  const session = useSession().data;
  const format = useFormats();
  const may = can(session, `${entryType}.update`) && can(session, `${entryType}.create`) && !session?.viewing_as;
  const edits = useTreeEdits(page, tree);
  const [view, setView] = useStored<'outline' | 'canvas'>('columns:message-tree-view', 'outline');
  const [shut, setShut] = useStored<string[]>(`tree-closed:${tree.tree.id}`, none);
  const [active, setActive] = useState<string | null>(null);
  const [editing, setEditing] = useState<string | null>(null);
  const [adding, setAdding] = useState<Adding | null>(null);
  const [wordingOf, setWordingOf] = useState<TreeNode | null>(null);
  const [reader, setReader] = useState<Reader>(noReader);
  const closed = useMemo(() => new Set(shut), [shut]);
  const rows = useMemo(() => rowsOf(tree.nodes, closed), [tree.nodes, closed]);
  const languageName = useMemo(() => languageNames(format.locale), [format.locale]);
  const read = isReading(reader);
  const best = useQuery({ queryKey: treeKeys.best(page, reader), queryFn: ({ signal }) => trees.best(page, reader, signal), enabled: read });
  const reading = useMemo(() => (read && best.data ? wordingsBy(best.data) : null), [read, best.data]);

  // A message that was just made or moved takes the focus as soon as it stands on the page.
  const wanted = useRef<string | null>(null);
  const focusNow = useCallback(() => {
    const found = wanted.current ? nodeElement(wanted.current) : null;
    if (!found) return;
    wanted.current = null;
    found.focus();
  }, []);
  const focusNode = useCallback((id: string) => {
    wanted.current = id;
    requestAnimationFrame(focusNow);
  }, [focusNow]);
  useEffect(focusNow);
  const choose = useCallback((id: string, focus?: boolean) => {
    setActive(id);
    if (focus) focusNode(id);
  }, [focusNode]);
  const setOpen = useCallback((id: string, open: boolean) => setShut(open ? shut.filter(s => s !== id) : [...shut, id]), [shut, setShut]);
  const edit = useCallback((id: string | null) => {
    setEditing(now => {
      if (id === null && now) focusNode(now);
      return id;
    });
    if (id) setActive(id);
  }, [focusNode]);
  const add = useCallback((next: Adding | null) => {
    setAdding(next);
    if (next?.spot.parent) setShut(shut.filter(s => s !== next.spot.parent));
    if (next === null && active) focusNode(active);
  }, [active, shut, setShut, focusNode]);
  const finishAdding = useCallback(async (words: string) => {
    if (!adding) return false;
    const id = await edits.insert({ kind: adding.kind, title: words }, adding.spot);
    if (!id) return false;
    setAdding(null);
    choose(id, true);
    return true;
  }, [adding, edits, choose]);
  const remove = useCallback((node: TreeNode) => {
    const next = neighbour(rows, idOf(node));
    void edits.remove(node).then(gone => {
      if (gone && next) choose(next, true);
    });
  }, [rows, edits, choose]);
  const saveWording = async (fields: Record<string, unknown>) => {
    if (!wordingOf) return;
    const placed = edits.index.get(idOf(wordingOf));
    const id = await edits.insert({ ...fields, kind: kindOf(wordingOf), variant_of_id: idOf(wordingOf) }, { parent: placed?.parent ?? null });
    if (!id) return;
    setOpen(idOf(wordingOf), true);
    setWordingOf(null);
    choose(id, true);
  };
  /** Under the chosen message where it may stand there, else under the first that takes it, else at the top. */
  const addKind = (kind: string) => {
    const parents = kindNamed(tree.kinds, kind)?.parents ?? [];
    const chosen = active ? edits.index.get(active) : undefined;
    const fits = chosen && !chosen.variantOf && parents.includes(kindOf(chosen.node)) ? active : null;
    const first = parents.length ? rows.find(r => r.variantOf === null && parents.includes(kindOf(r.node)))?.id : undefined;
    add({ kind, spot: { parent: fits ?? first ?? null } });
  };

  const { back, again } = edits;
  useEffect(() => {
    if (!may) return;
    const onKey = (e: KeyboardEvent) => {
      if (!(e.ctrlKey || e.metaKey) || e.altKey || typing(e.target) || document.querySelector('dialog[open]')) return;
      const key = e.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      e.preventDefault();
      if (key === 'y' || e.shiftKey) again();
      else back();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [may, back, again]);

  const scene: Scene = { tree, edits, rows, may, active, choose, editing, edit, adding, add, finishAdding, setOpen, reading, addWording: setWordingOf, languageName, remove };
  return { scene, view, setView, reader, setReader, readError: best.error, wordingOf, setWordingOf, saveWording, addKind };
}
