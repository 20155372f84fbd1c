'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import { toast } from '@/components/ui/toast';
import { newKey } from '@/lib/api';
import { changeSets, type ChangeSet } from '@/lib/change-sets';
import { isConflict, messageOf, Problem } from '@/lib/problem';
import { records, type AnyRecord } from '@/lib/records-api';
import { entryPlural, refreshContext, writeEntry, type Outcome } from '../context-api';
import { tellOutcome, type Status } from '../entry/status-actions';
import { madeBy, treeKeys, trees, type Spot, type Tree, type TreeNode, type Written } from './tree-api';
import { idOf, indexOf, isThere, kindNamed, placeOf, refusal, stepTo, titleOf, type Step } from './tree-model';

export const useTree = (id: string) => useQuery({ queryKey: treeKeys.one(id), queryFn: ({ signal }) => trees.get(id, signal), enabled: id !== '' && id !== '_' });

/** Somebody else saved a message while it was being written. */
export interface Clash {
  id: string;
  mine: string;
  theirs: AnyRecord;
  who: string;
}

/** A second headline for the same people: published in the place of the first, or not at all. */
export interface Rival {
  node: TreeNode;
  why: string;
}

const empty: never[] = [];

const tellUndone = (set: ChangeSet, text: string) => toast.ok(set.operations.some(o => o.status === 'conflict') ? `${text} in part: what somebody has changed since stays as it is` : text);

/** What is done to a tree. Each deed is one change set; what was done here is undone step by step. */
export function useTreeEdits(page: string, tree: Tree) {
  const client = useQueryClient();
  const treeId = tree.tree.id;
  const index = useMemo(() => indexOf(tree.nodes), [tree.nodes]);
  const kinds = tree.kinds ?? empty;
  const [said, setSaid] = useState('');
  const [clash, setClash] = useState<Clash | null>(null);
  const [rival, setRival] = useState<Rival | null>(null);
  const [busy, setBusy] = useState(false);
  const [past, setPast] = useState<string[]>([]);
  const [future, setFuture] = useState<string[]>([]);
  // Deeds follow each other, so that a fast hand does not overtake the answers.
  const queue = useRef<Promise<unknown>>(Promise.resolve());

  const readAgain = useCallback(async () => {
    refreshContext(client);
    await client.invalidateQueries({ queryKey: treeKeys.one(page) });
    return client.getQueryData<Tree>(treeKeys.one(page));
  }, [client, page]);

  const keep = useCallback((change: string | null | undefined) => {
    if (!change) return;
    setPast(now => [...now.slice(-49), change]);
    setFuture([]);
  }, []);

  const fail = useCallback((error: unknown) => {
    toast.error(error);
    setSaid(`Not done. ${messageOf(error)}`);
  }, []);

  const inTurn = useCallback(<T,>(work: () => Promise<T>): Promise<T | null> => {
    const run = async () => {
      setBusy(true);
      try {
        return await work();
      } catch (error) {
        fail(error);
        await readAgain();
        return null;
      } finally {
        setBusy(false);
      }
    };
    const next = queue.current.then(run, run);
    queue.current = next;
    return next;
  }, [fail, readAgain]);

  const back = useCallback(() => {
    const last = past.at(-1);
    if (!last) return setSaid('Nothing to undo here.');
    setPast(past.slice(0, -1));
    void inTurn(async () => {
      const undone = await changeSets.undo(last);
      setFuture(now => [...now, undone.id]);
      await readAgain();
      tellUndone(undone, 'Undone');
    });
  }, [past, inTurn, readAgain]);

  const again = useCallback(() => {
    const next = future.at(-1);
    if (!next) return setSaid('Nothing to do again.');
    setFuture(future.slice(0, -1));
    void inTurn(async () => {
      const done = await changeSets.undo(next);
      setPast(now => [...now, done.id]);
      await readAgain();
      tellUndone(done, 'Done again');
    });
  }, [future, inTurn, readAgain]);

  const written = useCallback(async (answer: Written, done: string | null, tell?: string) => {
    keep(answer.change_set_id);
    const now = await readAgain();
    if (answer.waits_for_decision) {
      toast.ok('Proposed. It holds once somebody who reviews this category has agreed.', { label: 'See it', run: () => location.assign('/review') });
      setSaid('It waits for a review.');
    } else {
      if (done) toast.ok(done, answer.change_set_id ? { label: 'Undo', run: () => undo.current() } : undefined);
      if (tell) setSaid(tell);
    }
    return now;
  }, [keep, readAgain]);
  const undo = useRef(back);
  undo.current = back;

  /** Somebody may have changed the words meanwhile; only a move of the same message is in the way of a move. */
  const move = useCallback((id: string, spot: Spot) => {
    const seen = index.get(id);
    if (!seen || isThere(index, id, spot)) return Promise.resolve(null);
    const why = refusal(index, kinds, id, spot.parent);
    if (why) {
      toast.error(why);
      setSaid(`Not moved. ${why}`);
      return Promise.resolve(null);
    }
    return inTurn(async () => {
      const send = (version: number) => trees.move(treeId, id, version, spot);
      let answer: Written;
      try {
        answer = await send(seen.node.entry.version);
      } catch (error) {
        if (!isConflict(error)) throw error;
        const now = await records.get(entryPlural, id);
        if (now.parent_id !== seen.node.entry.parent_id || now.position !== seen.node.entry.position) throw new Error('Somebody moved this message meanwhile. It is shown where it stands now.', { cause: error });
        answer = await send(now.version);
      }
      const fresh = await written(answer, null);
      if (!answer.waits_for_decision && fresh) setSaid(`Moved. ${placeOf(indexOf(fresh.nodes), id)}`);
      return answer;
    });
  }, [index, kinds, treeId, inTurn, written]);

  const step = useCallback((id: string, to: Step) => {
    const found = stepTo(index, kinds, id, to);
    if ('spot' in found) return void move(id, found.spot);
    setSaid(`Not moved. ${found.why}`);
    toast.error(found.why);
  }, [index, kinds, move]);

  const insert = useCallback((fields: Record<string, unknown>, spot: Spot) => inTurn(async () => {
    const answer = await trees.insert(treeId, fields, spot, newKey());
    const id = madeBy(answer);
    const fresh = await written(answer, null);
    setSaid(id && fresh ? `Added as a draft. ${placeOf(indexOf(fresh.nodes), id)}` : 'Added.');
    return id;
  }), [treeId, inTurn, written]);

  const outcome = useCallback(async (found: Outcome, done: string) => {
    // What only waits is refused in the review, not undone here.
    if (found.kind !== 'waits') keep(found.record.change_set_id);
    tellOutcome(found, done);
    setSaid(done);
    await readAgain();
  }, [keep, readAgain]);

  /** @returns whether the words are kept: written, waiting, or beside those of somebody else; with false they are still in the field */
  const rename = useCallback(async (node: TreeNode, title: string, version = node.entry.version): Promise<boolean> => {
    const id = idOf(node);
    const words = title.trim();
    if (!words || words === titleOf(node)) return words !== '';
    const done = await inTurn(async () => {
      try {
        const found = await writeEntry(id, version, { title: words });
        setClash(null);
        await outcome(found, 'Saved');
        return true;
      } catch (error) {
        if (!isConflict(error)) throw error;
        const theirs = await records.get(entryPlural, id);
        if (theirs.title === titleOf(node)) {
          // Something else of it was changed: the words do not meet.
          await outcome(await writeEntry(id, theirs.version, { title: words }), 'Saved');
          return true;
        }
        const who = await records.history(entryPlural, id).then(h => h.data[0]?.user_name, () => undefined);
        setClash({ id, mine: words, theirs, who: who ?? 'Somebody' });
        setSaid(`${who ?? 'Somebody'} changed this message meanwhile. Choose which words stay.`);
        await readAgain();
        // The words stand beside the others now, to choose from.
        return true;
      }
    });
    return done ?? false;
  }, [inTurn, outcome, readAgain]);

  const settle = useCallback((mine: boolean) => {
    if (!clash) return;
    setClash(null);
    if (!mine) return setSaid('The words of the other were kept.');
    void inTurn(async () => outcome(await writeEntry(clash.id, clash.theirs.version, { title: clash.mine }), 'Saved'));
  }, [clash, inTurn, outcome]);

  const publish = useCallback((node: TreeNode, replace = false) => inTurn(async () => {
    try {
      const answer = await trees.publish(treeId, idOf(node), node.entry.version, replace);
      setRival(null);
      const handedIn = answer.change_set?.operations.some(o => o.fields.some(f => f.field === 'status' && f.after === 'in_review')) ?? false;
      await written(answer, handedIn ? 'Handed in. It goes live once somebody who reviews this category has agreed.' : replace ? 'It is live. The former headline is in the archive' : 'It is live', 'It is live.');
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'conflict' || replace) throw error;
      setRival({ node, why: error.message });
    }
  }), [treeId, inTurn, written]);

  const setStatus = useCallback((node: TreeNode, status: Status, done: string) => {
    if (status === 'live') return void publish(node);
    void inTurn(async () => outcome(await writeEntry(idOf(node), node.entry.version, { status }), done));
  }, [publish, inTurn, outcome]);

  const remove = useCallback((node: TreeNode) => inTurn(async () => {
    const gone = await records.remove(entryPlural, idOf(node), node.entry.version);
    keep(gone?.change_set_id);
    const fresh = await readAgain();
    const left = fresh && indexOf(fresh.nodes).has(idOf(node));
    if (left) toast.ok('Proposed. It goes once somebody who reviews this category has agreed.');
    else toast.ok('In the bin, with what stood under it', gone?.change_set_id ? { label: 'Undo', run: () => undo.current() } : undefined);
    setSaid(`“${titleOf(node)}” is in the bin. Control Z takes it back.`);
    return !left;
  }), [inTurn, keep, readAgain]);

  return {
    index, kinds, said, say: setSaid, busy, clash, rival,
    canUndo: past.length > 0, canRedo: future.length > 0,
    back, again, move, step, insert, rename, settle, publish, setStatus, remove,
    dropRival: () => setRival(null),
    label: (kind: string) => kindNamed(kinds, kind)?.label ?? kind,
  };
}

export type TreeEdits = ReturnType<typeof useTreeEdits>;
