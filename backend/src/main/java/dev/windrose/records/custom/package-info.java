/**
 * What workspaces add to the record types: fields, choices and types of their own. {@link dev.windrose.records.custom.CachedTypes} lays
 * the definitions over the built-in types; the rest of the engine sees descriptors only.
 */
@NamedInterface("custom")
@NullMarked
package dev.windrose.records.custom;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
