/** The reader: a text and the known records become an understanding. Pure functions, one grammar a file. */
@NamedInterface("reading")
@NullMarked
package dev.windrose.intake.reading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
