/** A whole workspace in one file: written by a job, and read into an empty workspace. Also what was read and decided, for training. */
@NamedInterface("archive")
@NullMarked
package dev.windrose.workspace.archive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
