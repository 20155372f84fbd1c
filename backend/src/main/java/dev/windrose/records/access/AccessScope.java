package dev.windrose.records.access;

import java.util.List;
import java.util.UUID;

/**
 * Says which companies people belong to. Answered by the module that owns companies; without an answer nobody belongs to any. Both verbs give
 * statements that select ids of companies as {@code company_id}, with the ids given written into them.
 */
public interface AccessScope {

    /** The companies on whose account team the person is. */
    List<String> accountTeams(UUID tenant, UUID person);

    /** The companies in the territories of the person. */
    List<String> territories(UUID tenant, UUID person);
}
