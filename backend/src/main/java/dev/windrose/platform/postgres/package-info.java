/** The embedded PostgreSQL server and the database's start-up. */
@NamedInterface("postgres")
@NullMarked
package dev.windrose.platform.postgres;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
