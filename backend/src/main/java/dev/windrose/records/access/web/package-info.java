/** Rules, masks and shares over HTTP. */
@NullMarked
package dev.windrose.records.access.web;

import org.jspecify.annotations.NullMarked;
