package dev.windrose.workspace;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Role;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.people.People;
import dev.windrose.platform.people.Person;
import dev.windrose.records.change.CauseKind;
import dev.windrose.records.change.Op;
import dev.windrose.records.change.RecordRule;
import dev.windrose.records.change.Write;
import dev.windrose.records.query.Records;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A comment belongs to a record of this workspace, and mentions people of it. */
@Component
class CommentRules implements RecordRule {

    private final Records records;
    private final People people;

    CommentRules(Records records, People people) {
        this.records = records;
        this.people = people;
    }

    @Override
    public String type() {
        return "comment";
    }

    @Override
    public void check(Write write) {
        if (write.op() != Op.CREATE && write.cause().kind() != CauseKind.UNDO) {
            requireAuthor(write);
        }
        boolean sets = write.op() == Op.CREATE || write.op() == Op.UPDATE;
        if (!sets || write.cause().kind() == CauseKind.UNDO) {
            return;
        }
        if (write.changes("record_type") || write.changes("record_id")) {
            requireRecord(write);
        }
        if (write.changes("parent_id") && write.value("parent_id") instanceof UUID parent) {
            requireSameRecord(write, parent);
        }
        if (write.changes("body") && write.value("body") instanceof String body && body.indexOf('@') >= 0) {
            addMentions(write, FindMentions.in(body, people.all()));
        }
        announceMentions(write);
    }

    /** What somebody has said is changed by that person alone; managers may take it away. */
    private static void requireAuthor(Write write) {
        var actor = ActorScope.current();
        var author = write.before().get("created_by");
        boolean own = author == null
                || actor.person() != null && actor.person().value().equals(author);
        boolean may = write.op() == Op.UPDATE
                ? own || !write.changes("body")
                : own || actor.role().atLeast(Role.MANAGER);
        if (!may) {
            write.refuse(CommonError.NOT_ALLOWED, "body", "This is somebody else's comment.");
        }
    }

    private void requireRecord(Write write) {
        var id = id(write.value("record_id"));
        String type = String.valueOf(write.value("record_type"));
        if (id == null || !records.byIds(type, List.of(id)).containsKey(id)) {
            write.refuse(
                    CommonError.BAD_VALUE,
                    "record_id",
                    "There is no %s with the id %s.".formatted(type, write.value("record_id")));
        }
    }

    private void requireSameRecord(Write write, UUID parent) {
        var first = records.byIds("comment", List.of(parent)).get(parent);
        if (first != null && !Objects.equals(first.value("record_id"), write.value("record_id"))) {
            write.refuse(CommonError.BAD_VALUE, "parent_id", "An answer belongs to the record of what it answers.");
        }
    }

    private static void addMentions(Write write, List<Person> found) {
        var all = new LinkedHashSet<UUID>(mentions(write.value("mentions")));
        found.stream()
                .filter(Person::active)
                .forEach(person -> all.add(person.id().value()));
        write.set("mentions", all.isEmpty() ? null : new ArrayList<>(all));
    }

    private static void announceMentions(Write write) {
        var added = new LinkedHashSet<UUID>(mentions(write.value("mentions")));
        added.removeAll(mentions(write.before().get("mentions")));
        if (added.isEmpty()) {
            return;
        }
        var payload = new LinkedHashMap<String, @Nullable Object>();
        payload.put("people", added.stream().map(UUID::toString).toList());
        payload.put("record_type", write.value("record_type"));
        payload.put("record_id", write.value("record_id"));
        write.announce(CommentEvents.COMMENT_MENTIONED, payload);
    }

    private static List<UUID> mentions(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().map(UUID.class::cast).collect(Collectors.toList())
                : List.of();
    }

    private static @Nullable UUID id(@Nullable Object text) {
        try {
            return text == null ? null : UUID.fromString(text.toString());
        } catch (IllegalArgumentException none) {
            return null;
        }
    }
}
