/** The past of kept fields over HTTP. */
@NullMarked
package dev.windrose.records.periods.web;

import org.jspecify.annotations.NullMarked;
