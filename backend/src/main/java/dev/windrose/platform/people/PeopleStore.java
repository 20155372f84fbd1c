package dev.windrose.platform.people;

import dev.windrose.platform.Role;
import dev.windrose.platform.id.PersonId;
import dev.windrose.platform.id.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class PeopleStore {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<List<PersonDetails.Absence>> ABSENCES = new TypeReference<>() {};

    private final JdbcClient jdbc;

    PeopleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(TenantId tenant, Person person) {
        jdbc.sql("""
                        insert into people (tenant_id, id, name, email, role, status, title, locale, time_zone, created_at, updated_at)
                        values (:tenant, :id, :name, :email, :role, :status, :title, :locale, :timeZone, :at, :at)""")
                .param("tenant", tenant.value())
                .param("id", person.id().value())
                .param("name", person.name())
                .param("email", person.email())
                .param("role", person.role().wire())
                .param("status", person.status().wire())
                .param("title", person.title())
                .param("locale", person.locale())
                .param("timeZone", person.timeZone())
                .param("at", person.createdAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    void update(TenantId tenant, Person person, Instant at) {
        jdbc.sql("""
                        update people set name = :name, role = :role, status = :status, title = :title, locale = :locale,
                            time_zone = :timeZone, updated_at = :at, skills = cast(:skills as jsonb), languages = cast(:languages as jsonb),
                            absences = cast(:absences as jsonb)
                        where tenant_id = :tenant and id = :id""")
                .param("tenant", tenant.value())
                .param("id", person.id().value())
                .param("name", person.name())
                .param("role", person.role().wire())
                .param("status", person.status().wire())
                .param("title", person.title())
                .param("locale", person.locale())
                .param("timeZone", person.timeZone())
                .param("skills", JSON.writeValueAsString(person.details().skills()))
                .param("languages", JSON.writeValueAsString(person.details().languages()))
                .param("absences", JSON.writeValueAsString(person.details().absences()))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Person> find(TenantId tenant, PersonId id) {
        return jdbc.sql("select * from people where tenant_id = :tenant and id = :id")
                .param("tenant", tenant.value())
                .param("id", id.value())
                .query(PeopleStore::person)
                .optional();
    }

    Optional<Person> findByEmail(TenantId tenant, String email) {
        return jdbc.sql("select * from people where tenant_id = :tenant and email = :email")
                .param("tenant", tenant.value())
                .param("email", email)
                .query(PeopleStore::person)
                .optional();
    }

    List<Person> all(TenantId tenant) {
        return jdbc.sql("select * from people where tenant_id = :tenant order by lower(name) collate \"C\", id")
                .param("tenant", tenant.value())
                .query(PeopleStore::person)
                .list();
    }

    Map<UUID, String> names(TenantId tenant, Collection<UUID> ids) {
        var names = new LinkedHashMap<UUID, String>();
        jdbc.sql(
                        "select id, name from people where tenant_id = :tenant and id = any(:ids) order by lower(name) collate \"C\", id")
                .param("tenant", tenant.value())
                .param("ids", ids.toArray(UUID[]::new))
                .query(row -> {
                    names.put(row.getObject("id", UUID.class), row.getString("name"));
                });
        return names;
    }

    /** Locks the rows, so that two owners cannot demote each other at the same time. */
    List<PersonId> lockActiveOwners(TenantId tenant) {
        return jdbc.sql(
                        "select id from people where tenant_id = :tenant and role = 'owner' and status = 'active' order by id for update")
                .param("tenant", tenant.value())
                .query((row, n) -> new PersonId(row.getObject("id", UUID.class)))
                .list();
    }

    /** Most people have none of it, and people are read often. */
    private static PersonDetails details(ResultSet row) throws SQLException {
        String skills = row.getString("skills");
        String languages = row.getString("languages");
        String absences = row.getString("absences");
        return skills.equals("[]") && languages.equals("[]") && absences.equals("[]")
                ? PersonDetails.NONE
                : new PersonDetails(
                        JSON.readValue(skills, TEXTS),
                        JSON.readValue(languages, TEXTS),
                        JSON.readValue(absences, ABSENCES));
    }

    private static Person person(ResultSet row, int number) throws SQLException {
        return new Person(
                new PersonId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("email"),
                Role.of(row.getString("role")).orElseThrow(),
                PersonStatus.of(row.getString("status")),
                row.getString("title"),
                row.getString("locale"),
                row.getString("time_zone"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                details(row));
    }
}
