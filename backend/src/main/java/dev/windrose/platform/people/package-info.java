/** The people of a workspace, its settings, and the verbs on both. */
@NamedInterface("people")
@NullMarked
package dev.windrose.platform.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
