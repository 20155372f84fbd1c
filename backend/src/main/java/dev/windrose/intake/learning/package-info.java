/** What people correct and take back becomes an example of the workspace, changes later readings, and is counted. */
@NamedInterface("learning")
@NullMarked
package dev.windrose.intake.learning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
