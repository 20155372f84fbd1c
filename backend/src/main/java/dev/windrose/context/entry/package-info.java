/**
 * What the company knows and says, in entries of eight categories: one record type with typed details per kind. {@link
 * dev.windrose.context.entry.LiveEntries} is how others read what holds today or held on a day.
 */
@NamedInterface("entry")
@NullMarked
package dev.windrose.context.entry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
