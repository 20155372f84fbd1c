package dev.windrose.platform.people;

import dev.windrose.platform.id.PersonId;
import dev.windrose.platform.id.TeamId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Colleagues who work together; the access rules of a workspace speak of them.
 *
 * @param lead one of the members
 */
public record Team(TeamId id, String name, @Nullable PersonId lead, Set<PersonId> members) {}
