/** Typed ids of all record types and UUIDv7 creation. */
@NamedInterface("id")
@NullMarked
package dev.windrose.platform.id;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
