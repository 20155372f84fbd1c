/** Territories: who works in them, and which companies belong to them. */
@NamedInterface("territory")
@NullMarked
package dev.windrose.crm.territory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
