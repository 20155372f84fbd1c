/**
 * Which text used which entry in which version, what came of it, and what is still out with words that no longer hold. A later module registers
 * its texts by a {@link dev.windrose.context.use.UseSource}.
 */
@NamedInterface("use")
@NullMarked
package dev.windrose.context.use;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
