/** How the API calls entries. */
export const entryType = 'context_entry';
export const entryPlural = 'context_entries';
