/**
 * One search over every record type, in an index of this process ({@code search} in its data folder) that follows the event log and is built
 * anew from the database when it is missing. {@link dev.windrose.records.search.Search} is the entrance. The index finds; what is shown is read
 * again from the database under the policies, so it can neither tell nor count what the actor may not see.
 */
@NamedInterface("search")
@NullMarked
package dev.windrose.records.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
