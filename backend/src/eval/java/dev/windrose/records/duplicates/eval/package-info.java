/** Measures finding duplicates and reading names on files with the truth beside them. */
@NullMarked
package dev.windrose.records.duplicates.eval;

import org.jspecify.annotations.NullMarked;
