/** Threads over HTTP. */
@NullMarked
package dev.windrose.context.web;

import org.jspecify.annotations.NullMarked;
