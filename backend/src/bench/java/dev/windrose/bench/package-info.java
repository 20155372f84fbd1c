/** Measures a running process beside reference runs on the same machine. Started by {@code ./windrose bench}. */
@NullMarked
package dev.windrose.bench;

import org.jspecify.annotations.NullMarked;
