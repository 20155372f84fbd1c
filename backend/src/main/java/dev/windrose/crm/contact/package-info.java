/** Where people worked and work. */
@NamedInterface("contact")
@NullMarked
package dev.windrose.crm.contact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
