/** Logs: for people on the console, as JSON in the data folder, without personal data in either. */
@NamedInterface("logging")
@NullMarked
package dev.windrose.platform.logging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
