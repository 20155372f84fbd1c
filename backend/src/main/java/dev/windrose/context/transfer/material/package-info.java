/** Reads documents that were not written as entries, cuts them where their headings do, and says by rules what each part may be. */
@NullMarked
package dev.windrose.context.transfer.material;

import org.jspecify.annotations.NullMarked;
