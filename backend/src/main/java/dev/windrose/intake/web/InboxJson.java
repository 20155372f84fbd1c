package dev.windrose.intake.web;

import dev.windrose.intake.inbox.InboxMessage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Messages as lists and their page show them. */
final class InboxJson {

    private static final int EXCERPT = 200;

    private InboxJson() {}

    static Map<String, @Nullable Object> line(InboxMessage message) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        var source = message.arrived();
        var decision = message.decision();
        json.put("id", message.id());
        json.put("at", message.at());
        json.put("source", message.channel());
        json.put("state", message.state().wire());
        json.put("read", decision != null);
        json.put("excerpt", excerpt(message.text()));
        json.put("person_id", message.person());
        json.put("person_name", message.personName());
        json.put("thread_id", message.thread());
        json.put("subject", source == null ? null : source.subject());
        json.put("sender", source == null ? null : source.sender());
        json.put("connection", source == null ? null : source.connection());
        json.put("private", source != null && !source.shared());
        json.put("reason", source == null ? null : source.reason());
        json.put("note", decision == null ? null : note(decision));
        json.put("intents", decision == null ? List.of() : decision.get("intents"));
        json.put("engine", decision == null ? null : decision.getOrDefault("engine", "embedded"));
        return json;
    }

    /** Why nothing came of it. */
    private static @Nullable Object note(Map<String, @Nullable Object> decision) {
        boolean nothing = decision.get("operations") instanceof List<?> operations && operations.isEmpty();
        return nothing && decision.get("notes") instanceof List<?> notes && !notes.isEmpty() ? notes.getFirst() : null;
    }

    private static String excerpt(String text) {
        var line = text.strip().replaceAll("\\s+", " ");
        return line.length() > EXCERPT ? line.substring(0, EXCERPT - 1) + "…" : line;
    }
}
