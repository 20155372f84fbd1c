/** How a request proves who sends it: passwords, sessions, API tokens, one-time links. Secrets are stored as hashes only. */
@NamedInterface("access")
@NullMarked
package dev.windrose.platform.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
