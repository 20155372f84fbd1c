/** One exception with a code and a kind; translated once for HTTP, tools, logs and pages. */
@NamedInterface("error")
@NullMarked
package dev.windrose.platform.error;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
