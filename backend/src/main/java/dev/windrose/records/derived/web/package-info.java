/** Formulas over HTTP: what one would give, before it is saved. */
@NullMarked
package dev.windrose.records.derived.web;

import org.jspecify.annotations.NullMarked;
