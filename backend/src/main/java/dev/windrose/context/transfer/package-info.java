/**
 * Brings entries in and out: Markdown files without loss, other material as proposals, the starter set, the example company and the guided set-up. All
 * of it is a transfer, a list of files to look at before anything is written, and then one change set.
 */
@NullMarked
package dev.windrose.context.transfer;

import org.jspecify.annotations.NullMarked;
