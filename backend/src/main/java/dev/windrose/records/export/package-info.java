/** Files of what a list shows: same filter, order, fields and permissions, streamed. */
@NamedInterface("export")
@NullMarked
package dev.windrose.records.export;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
