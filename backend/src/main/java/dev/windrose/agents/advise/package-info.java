/** Next best actions: what the record says should be done, why, on what evidence and what it is worth. */
@NamedInterface("advise")
@NullMarked
package dev.windrose.agents.advise;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
