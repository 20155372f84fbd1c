/** Events as columns, sorted by entity and time: in files that are mapped into memory, or on the heap. */
@NullMarked
package dev.windrose.journeys.engine.column;

import org.jspecify.annotations.NullMarked;
