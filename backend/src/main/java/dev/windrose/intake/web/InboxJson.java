package dev.windrose.intake.web;

import dev.windrose.intake.inbox.InboxMessage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Messages as lists and their page show them. */
final class InboxJson {

    private static final int EXCERPT = 200;
    private static final int HEAD = 2_000;
    private static final Pattern FROM = Pattern.compile("(?m)^From: *\"?([^\"<\\n]*[^\"<\\s][^\"<\\n]*)\"?");
    private static final Pattern HEADED =
            Pattern.compile("(?mi)^(?:(?:name|e-?mail|from|to|cc|date|subject): .*|message: *)");
    private static final Pattern SUBJECT = Pattern.compile("(?m)^Subject: *(\\S.*)$");

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
        json.put("excerpt", excerpt(message));
        json.put("person_id", message.person());
        json.put("person_name", message.personName());
        json.put("thread_id", message.thread());
        json.put("subject", source == null ? head(message, SUBJECT) : source.subject());
        json.put("sender", source == null ? head(message, FROM) : source.sender());
        json.put("connection", source == null ? null : source.connection());
        json.put("private", source != null && !source.shared());
        json.put("reason", source == null ? null : source.reason());
        json.put("answered", decision != null && decision.get("answer") != null);
        json.put("note", decision == null ? null : note(decision));
        json.put("intents", decision == null ? List.of() : decision.get("intents"));
        json.put("engine", decision == null ? null : decision.getOrDefault("engine", "embedded"));
        return json;
    }

    /** What mail that a program handed in says of itself in its first lines. */
    private static @Nullable String head(InboxMessage message, Pattern line) {
        var text = message.text();
        int end = text.indexOf("\n\n");
        if (!message.channel().equals("email") || end < 0 || end > HEAD) {
            return null;
        }
        var found = line.matcher(text.substring(0, end));
        return found.find() ? found.group(1).strip() : null;
    }

    /** Why nothing came of it. */
    private static @Nullable Object note(Map<String, @Nullable Object> decision) {
        boolean nothing = decision.get("operations") instanceof List<?> operations && operations.isEmpty();
        return nothing && decision.get("notes") instanceof List<?> notes && !notes.isEmpty() ? notes.getFirst() : null;
    }

    /** What somebody says, without the lines that say who does: those stand beside it. */
    private static String excerpt(InboxMessage message) {
        boolean headed = Set.of("web_form", "email").contains(message.channel());
        var said = headed ? HEADED.matcher(message.text()).replaceAll("").strip() : "";
        var line = (said.isEmpty() ? message.text() : said).strip().replaceAll("\\s+", " ");
        return line.length() > EXCERPT ? line.substring(0, EXCERPT - 1) + "…" : line;
    }
}
