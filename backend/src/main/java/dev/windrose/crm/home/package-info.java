/** The figures of the first page. */
@NamedInterface("home")
@NullMarked
package dev.windrose.crm.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
