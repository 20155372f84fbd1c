/** The records that a message may mean: names, short forms, domains and mails, looked up in memory. */
@NamedInterface("names")
@NullMarked
package dev.windrose.intake.names;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
