/** What the columns of a file mean: their shape, the field each may fill, and their cells as values. */
@NullMarked
package dev.windrose.records.importing.column;

import org.jspecify.annotations.NullMarked;
