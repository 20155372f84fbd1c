/** Settings of the process, from environment and one file. */
@NamedInterface("settings")
@NullMarked
package dev.windrose.platform.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
