/** Short commands of the script that need the database but no web server. */
@NamedInterface("cli")
@NullMarked
package dev.windrose.platform.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
