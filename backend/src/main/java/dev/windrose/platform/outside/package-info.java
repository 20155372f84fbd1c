/** Which hosts the process may talk to on behalf of people who enter addresses: none inside its own network, unless a setting names it. */
@NamedInterface("outside")
@NullMarked
package dev.windrose.platform.outside;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
