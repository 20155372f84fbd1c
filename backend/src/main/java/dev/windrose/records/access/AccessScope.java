package dev.windrose.records.access;

import java.util.List;

/**
 * Says which companies people belong to. Answered by the module that owns companies; without an answer nobody belongs to any. Both verbs give
 * statements that select ids of companies as {@code company_id}; workspace and person are given as expressions of SQL.
 */
public interface AccessScope {

    /** The companies on whose account team the person is. */
    List<String> accountTeams(String tenant, String person);

    /** The companies in the territories of the person. */
    List<String> territories(String tenant, String person);
}
