/** One file that holds a whole workspace: made while it runs, put back into an empty folder. */
@NamedInterface("backup")
@NullMarked
package dev.windrose.platform.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
