/** Finds passages of what the company knows and of what its records say: by words and by meaning, of what the actor may see. */
@NamedInterface("retrieval")
@NullMarked
package dev.windrose.context.retrieval;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
