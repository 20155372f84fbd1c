# shellcheck shell=bash
# Writes the three files of a new record type: record, migration, test.

new_entity() {
    local name="${1:-}" snake plural number java migration test
    [[ "$name" =~ ^[A-Z][A-Za-z]+$ ]] || fail "Name the record type in one word with a capital, for example: ./windrose new-entity Partner"
    snake="$(printf '%s' "$name" | sed 's/\([a-z]\)\([A-Z]\)/\1_\2/g' | tr '[:upper:]' '[:lower:]')"
    plural="$(plural_of "$snake")"
    number="$(next_migration "$ROOT/backend/src/main/resources/db/migration/crm")"
    java="$ROOT/backend/src/main/java/dev/windrose/crm/$name.java"
    migration="$ROOT/backend/src/main/resources/db/migration/crm/V${number}__$plural.sql"
    test="$ROOT/backend/src/test/java/dev/windrose/crm/${name}Tests.java"
    [ ! -e "$java" ] || fail "There is a record type $name already: $java"
    entity_record "$name" "$snake" "$plural" >"$java"
    entity_migration "$plural" >"$migration"
    entity_test "$name" "$snake" >"$test"
    printf '%s\n' "$java" "$migration" "$test"
    run_docs
    say "Written. Add fields to the record and columns to the migration; lists, forms, history, API and events follow."
}

plural_of() {
    case "$1" in
        *[^aeiou]y) printf '%sies\n' "${1%y}" ;;
        *s | *x | *ch | *sh) printf '%ses\n' "$1" ;;
        *) printf '%ss\n' "$1" ;;
    esac
}

next_migration() {
    local last
    last="$(ls "$1" | sed -n 's/^V0*\([0-9]*\)__.*/\1/p' | sort -n | tail -1)"
    printf '%03d\n' $((last + 1))
}

entity_record() {
    cat <<TEXT
package dev.windrose.crm;

import dev.windrose.platform.id.TypedId;
import dev.windrose.records.BusinessRecord;
import dev.windrose.records.Field;
import dev.windrose.records.FieldKind;
import dev.windrose.records.RecordType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Say here in one sentence what it is. */
@RecordType(name = "$2", plural = "$3")
public record $1(
        $1.Id id,

        @Field(required = true, filter = true, sort = true, search = true, list = 1, maxLength = 200)
        String name,

        @Field(kind = FieldKind.LONG_TEXT) @Nullable String description)
        implements BusinessRecord<$1.Id> {

    public record Id(UUID value) implements TypedId {}
}
TEXT
}

entity_migration() {
    cat <<TEXT
create table $1 (
    like record_columns including defaults,
    name text not null,
    name_key text collate "C" not null,
    description text
);
call finish_record_table('$1');
call index_record_columns('$1', 'name_key');
TEXT
}

entity_test() {
    cat <<TEXT
package dev.windrose.crm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@WindroseTest
class $1Tests {

    @Test
    void keepsItsFields() {
        var world = RecordWorld.fresh();
        var id = world.create("$2", Map.of("name", "First", "description", "Made by hand"));
        assertThat(world.get("$2", id).values()).containsEntry("name", "First").containsEntry("description", "Made by hand");
    }
}
TEXT
}
