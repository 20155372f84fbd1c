'use client';
import { useState } from 'react';
import type { Import, Mapping } from './import-api';
import { firstMapping } from './mapping';

/** Another sheet, encoding or record type has other columns: what was mapped before says nothing about them. */
const readAs = (of: Import) => [of.record_type, of.format?.sheet, of.format?.encoding, of.format?.delimiter].join('|');

/** What somebody has mapped and not sent yet, by file, so that going to another file and back keeps it. */
export function useMappings() {
  const [kept, setKept] = useState<Record<string, { as: string; mapping: Mapping }>>({});
  const of = (file: Import): Mapping => {
    const own = kept[file.id];
    return own?.as === readAs(file) ? own.mapping : firstMapping(file);
  };
  const change = (file: Import, act: (now: Mapping) => Mapping) =>
    setKept(all => {
      const own = all[file.id];
      return { ...all, [file.id]: { as: readAs(file), mapping: act(own?.as === readAs(file) ? own.mapping : firstMapping(file)) } };
    });
  /** Changed since it was read. */
  const touched = (file: Import) => kept[file.id]?.as === readAs(file);
  const forget = () => setKept({});
  return { of, change, touched, forget };
}
