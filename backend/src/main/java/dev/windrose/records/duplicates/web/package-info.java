/** The queue of duplicates, merges and their settings over HTTP. */
@NullMarked
package dev.windrose.records.duplicates.web;

import org.jspecify.annotations.NullMarked;
