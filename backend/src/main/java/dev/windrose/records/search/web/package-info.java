/** The search as a service: as you type, in full, words with the same meaning, and how the index is. */
@NullMarked
package dev.windrose.records.search.web;

import org.jspecify.annotations.NullMarked;
