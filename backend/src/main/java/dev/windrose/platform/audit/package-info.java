/** The audit log: what was done by whom, append-only, sealed by a hash chain. */
@NamedInterface("audit")
@NullMarked
package dev.windrose.platform.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
