/** The grammar of policy clauses: words to chunks, chunks to statements, statements to rules. What is not understood is said to be so. */
@NullMarked
package dev.windrose.context.policy.grammar;

import org.jspecify.annotations.NullMarked;
