/** Measures how values are read, on public corpora. */
@NullMarked
package dev.windrose.llm.eval;

import org.jspecify.annotations.NullMarked;
