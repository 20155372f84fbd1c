import { Plus } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { partLabels, type Part } from './battle-text';

export type Add = (part: Part, text: string) => void;

/** Takes a line over into the written card. */
export function AddButton({ part, text, onAdd }: { part: Part; text: string; onAdd: Add }) {
  return (
    <Button variant="ghost" size="icon" aria-label={`Add to "${partLabels[part]}": ${text}`} title={`Add to "${partLabels[part]}"`} onClick={() => onAdd(part, text)} className="-my-1 print:hidden"><Plus /></Button>
  );
}
