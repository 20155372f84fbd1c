/** What happened on an account, merged from every module: other modules offer a {@code TimelineSource}. */
@NamedInterface("timeline")
@NullMarked
package dev.windrose.crm.timeline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
