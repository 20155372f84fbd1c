/** Results that are costly to work out, kept until what they were made of changes: in this process, or in Redis for several. */
@NamedInterface("cache")
@NullMarked
package dev.windrose.platform.cache;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
