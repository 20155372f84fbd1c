/** Measures the reader on a file of cases. */
@NullMarked
package dev.windrose.intake.eval;

import org.jspecify.annotations.NullMarked;
