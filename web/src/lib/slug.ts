/** A stored value for a name, in any script, that is not taken yet. */
export function slugOf(label: string, taken: string[] = []): string {
  const base = label.trim().toLowerCase().normalize('NFKD').replaceAll(/[\u0300-\u036f]/g, '').replaceAll(/[^\p{L}\p{N}]+/gu, '_').replaceAll(/^_+|_+$/g, '') || 'value';
  let slug = base;
  for (let n = 2; taken.includes(slug); n++) slug = `${base}_${n}`;
  return slug;
}
