'use client';
import { Lightbulb, TriangleAlert } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { SkeletonRows } from '@/components/ui/skeleton';
import { cn } from '@/lib/cn';
import { messageOf } from '@/lib/problem';
import { DiffText } from '../entry/diff-text';
import { NodePanel } from './node-panel';
import { Outline } from './outline';
import { ReadAs } from './read-as';
import type { Scene } from './scene';
import type { Reader, TreeNode } from './tree-api';
import { readingsOf, titleOf } from './tree-model';

const Canvas = dynamic(() => import('./canvas').then(m => m.Canvas), { ssr: false, loading: () => <SkeletonRows /> });
const WordingDialog = dynamic(() => import('./wording-dialog').then(m => m.WordingDialog), { ssr: false });

interface TreeBodyProps {
  scene: Scene;
  view: 'outline' | 'canvas';
  reader: Reader;
  setReader: (reader: Reader) => void;
  readError: unknown;
  wordingOf: TreeNode | null;
  setWordingOf: (node: TreeNode | null) => void;
  saveWording: (fields: Record<string, unknown>) => Promise<void>;
}

/** Outline or canvas on the left, the chosen message on the right. */
export function TreeBody({ scene, view, reader, setReader, readError, wordingOf, setWordingOf, saveWording }: TreeBodyProps) {
  const { edits, tree } = scene;
  const readings = useMemo(() => readingsOf(edits.index), [edits.index]);
  const node = (scene.active ? edits.index.get(scene.active)?.node : undefined) ?? null;
  return (
    <>
      <div className="flex shrink-0 flex-wrap items-center gap-x-4 gap-y-1.5 border-b px-4 py-1.5 max-md:px-3">
        <ReadAs readings={readings} reader={reader} languageName={scene.languageName} onChange={setReader} />
        <Notes notes={tree.notes} />
      </div>
      {readError !== null && <p role="alert" className="bg-red-soft px-4 py-1.5 text-xs text-red-text">{messageOf(readError)}</p>}
      {edits.clash && <ClashPanel scene={scene} />}
      <div className="flex min-h-0 flex-1 max-lg:flex-col max-lg:overflow-y-auto">
        {view === 'canvas' ? <Canvas scene={scene} /> : (
          <div data-scrolls className="min-w-0 flex-1 overflow-y-auto max-lg:flex-none max-lg:overflow-visible">
            <div className="mx-auto max-w-[980px] px-2"><Outline scene={scene} /></div>
          </div>
        )}
        <aside aria-label="Chosen message" className={cn('w-[340px] shrink-0 overflow-y-auto border-l max-lg:w-full max-lg:overflow-visible max-lg:border-t max-lg:border-l-0', !node && 'max-lg:hidden')}>
          {node ? <NodePanel key={node.entry.id} scene={scene} node={node} /> : <p className="p-4 text-sm text-fg-3">Choose a message to see its proof, its other wordings and where it is used.</p>}
        </aside>
      </div>
      <p role="status" aria-live="assertive" className="sr-only">{edits.said}</p>
      <ConfirmDialog open={edits.rival !== null} title="Two headlines for the same people?" action="Publish in its place" busy={edits.busy} onClose={edits.dropRival} onConfirm={() => edits.rival && void edits.publish(edits.rival.node, true)}>
        <span className="block">{edits.rival?.why}</span>
        <span className="mt-2 block">“Publish in its place” puts the live one into the archive and publishes “{edits.rival && titleOf(edits.rival.node)}”, as one change that can be undone.</span>
      </ConfirmDialog>
      {wordingOf && <WordingDialog node={wordingOf} readings={readings} busy={edits.busy} onSave={fields => void saveWording(fields)} onClose={() => setWordingOf(null)} />}
    </>
  );
}

function Notes({ notes }: { notes: string[] }) {
  const [all, setAll] = useState(false);
  const [first, ...rest] = notes;
  if (!first) return null;
  return (
    <div role="note" aria-label="What would make this tree better" className="flex min-w-0 flex-1 flex-col items-start gap-0.5 text-xs text-amber-text">
      {(all ? notes : [first]).map((note, i) => (
        <span key={note} className="flex min-w-0 items-start gap-1.5">
          <Lightbulb aria-hidden className="mt-0.5 size-3.5 shrink-0" />
          <span className="min-w-0">{note}{i === 0 && rest.length > 0 && <button type="button" aria-expanded={all} onClick={() => setAll(!all)} className="ml-1.5 font-medium underline underline-offset-2">{all ? 'Fewer' : `${rest.length} more`}</button>}</span>
        </span>
      ))}
    </div>
  );
}

/** Two people wrote the same message: both wordings stand here until one is chosen. */
function ClashPanel({ scene: { edits } }: { scene: Scene }) {
  const { clash } = edits;
  if (!clash) return null;
  return (
    <section aria-label="Changed meanwhile" className="shrink-0 border-b bg-amber-soft px-4 py-2.5 text-sm">
      <p role="alert" className="flex items-start gap-2 text-amber-text"><TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />{clash.who} changed this message while you were writing. Nothing is lost: choose which words stay.</p>
      <div className="mt-2 grid grid-cols-2 gap-3 max-md:grid-cols-1">
        <div className="flex min-w-0 flex-col items-start gap-1.5 rounded-lg bg-raised p-2.5"><p className="text-2xs text-fg-3">Yours</p><p className="break-words">{clash.mine}</p><Button size="xs" variant="primary" onClick={() => edits.settle(true)}>Keep mine</Button></div>
        <div className="flex min-w-0 flex-col items-start gap-1.5 rounded-lg bg-raised p-2.5"><p className="text-2xs text-fg-3">Saved by {clash.who}</p><p className="break-words"><DiffText before={clash.mine} after={clash.theirs.title} /></p><Button size="xs" onClick={() => edits.settle(false)}>Take theirs</Button></div>
      </div>
    </section>
  );
}
