/** Durable steps over db-scheduler. */
@NamedInterface("jobs")
@NullMarked
package dev.windrose.platform.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
