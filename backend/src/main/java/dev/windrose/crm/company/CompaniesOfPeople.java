package dev.windrose.crm.company;

import dev.windrose.records.access.AccessScope;
import java.util.List;
import org.springframework.stereotype.Component;

/** Says which companies people belong to: by the account team, and by the territory. A company in the bin stays with its people. */
@Component
class CompaniesOfPeople implements AccessScope {

    @Override
    public List<String> accountTeams(String tenant, String person) {
        return List.of("select m.company_id from account_team_members m where m.tenant_id = %s and m.person_id = %s"
                .formatted(tenant, person));
    }

    @Override
    public List<String> territories(String tenant, String person) {
        return List.of("""
                select c.id as company_id from territory_members m
                join territories t on t.tenant_id = m.tenant_id and t.id = m.territory_id and t.deleted_at is null
                join companies c on c.tenant_id = m.tenant_id and c.territory_id = m.territory_id
                where m.tenant_id = %s and m.person_id = %s""".formatted(tenant, person));
    }
}
