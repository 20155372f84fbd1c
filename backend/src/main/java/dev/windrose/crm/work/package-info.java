/** What waits for a person: a module offers its part as a {@link dev.windrose.crm.work.WorkSource} bean. */
@NamedInterface("work")
@NullMarked
package dev.windrose.crm.work;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
