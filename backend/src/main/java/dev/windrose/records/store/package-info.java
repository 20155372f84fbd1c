/** Rows of record tables: values to columns and back, set-wise reads and writes. For the packages of this module only. */
@NullMarked
package dev.windrose.records.store;

import org.jspecify.annotations.NullMarked;
