/** The rules of the code base, as tests whose messages say what to do instead. */
@NullMarked
package dev.windrose.structure;

import org.jspecify.annotations.NullMarked;
