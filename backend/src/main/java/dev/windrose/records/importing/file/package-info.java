/** Reads files of rows: what they are, and what is in them. */
@NullMarked
package dev.windrose.records.importing.file;

import org.jspecify.annotations.NullMarked;
