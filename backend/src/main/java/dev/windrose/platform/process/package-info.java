/** The running process: its data folder, its checks before the start, what it says when it is up. */
@NamedInterface("process")
@NullMarked
package dev.windrose.platform.process;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
