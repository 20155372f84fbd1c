package dev.windrose.records.importing;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.Ids;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.FieldKind;
import dev.windrose.records.TextKey;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the workspace has answered about words before. */
@Component
class AnswerStore {

    private static final String PERSON = "person";

    private final JdbcClient jdbc;

    AnswerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who a word means does not depend on where it stands. */
    static boolean ofPeople(FieldDescriptor field) {
        return field.kind() == FieldKind.PERSON || PERSON.equals(field.ref());
    }

    void rememberPerson(String word, String value, Instant now) {
        remember(PERSON, PERSON, word, value, now);
    }

    Map<String, String> ofPeople() {
        return of(PERSON, PERSON);
    }

    void remember(String type, String field, String word, String value, Instant now) {
        jdbc.sql("""
                        insert into import_answers (tenant_id, id, record_type, field, word, value, answered_at)
                        values (:tenant, :id, :type, :field, :word, :value, :now)
                        on conflict (tenant_id, record_type, field, word) do update set value = excluded.value, answered_at = excluded.answered_at
                        """)
                .param("tenant", tenant())
                .param("id", Ids.next())
                .param("type", type)
                .param("field", field)
                .param("word", TextKey.of(word))
                .param("value", value)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** By word. */
    Map<String, String> of(String type, String field) {
        var answers = new HashMap<String, String>();
        jdbc.sql(
                        "select word, value from import_answers where tenant_id = :tenant and record_type = :type and field = :field")
                .param("tenant", tenant())
                .param("type", type)
                .param("field", field)
                .query(row -> {
                    answers.put(row.getString("word"), row.getString("value"));
                });
        return answers;
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
