/** Transactions that carry the tenant into row-level security. */
@NamedInterface("tenancy")
@NullMarked
package dev.windrose.platform.tenancy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
